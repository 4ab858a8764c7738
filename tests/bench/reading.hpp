// The readers that are compared: all of ours, and the least that anybody can do.
#pragma once

#include "tests/bench/modem_output.hpp"

#include <algorithm>
#include <cstring>

namespace dialbench::bench {

// Everything: lines, echo, recognition, one count for each event.
inline Counts read_in_chunks(std::string_view bytes, std::size_t chunk) {
  at::Interpreter modem;
  modem.stay_in_command_mode(true); // the log goes on behind each CONNECT
  modem.expect_echo(echoed_command);
  Counts counts;
  const auto count = [&](const at::Event& event) {
    counts.count(event);
    if (event.kind == at::Event::Kind::echo) modem.expect_echo(echoed_command);
  };
  for (std::size_t at = 0; at < bytes.size(); at += chunk) modem.feed(bytes.substr(at, chunk), count);
  modem.flush(count);
  return counts;
}

// Finds the line feeds and knows nothing of what stands between them.
inline std::uint64_t count_line_feeds(std::string_view bytes) {
  std::uint64_t lines = 0;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while ((at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) !=
         nullptr) {
    ++lines;
    if (++at == end) break;
  }
  return lines;
}

} // namespace dialbench::bench
