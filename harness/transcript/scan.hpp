// What the readers of line formats share: a walk over the lines, and the small steps along one of them.
#pragma once

#include "harness/transcript/fault.hpp"
#include "harness/transcript/limits.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::transcript::scan {

inline bool digit(char character) noexcept { return character >= '0' && character <= '9'; }

inline void skip_blanks(std::string_view& text) noexcept {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
}

inline std::string_view without_blanks_behind(std::string_view text) noexcept {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Moves behind the number; nothing, and no move, where there is none or it does not fit.
template <class Number>
std::optional<Number> take_number(std::string_view& text) noexcept {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// One to nine digits as millionths; what is finer is dropped.
std::optional<Time::rep> take_decimals(std::string_view& text) noexcept;

// A few characters of the input for a message, quoted; the rest of a long line helps nobody.
std::string shown(std::string_view found);

// Two digits, hexadecimal, as a byte; nothing where they are none.
std::optional<char> hex_byte(std::string_view two) noexcept;

struct Wrong {
  std::string what;  // what was found, and what was expected
  const char* where; // in the line
};

// Walks `text` line by line. `reader.take(line, terminated)` gives nothing, or what is wrong with the line,
// which comes without its LF and the CR before it; `reader.events` is what has been read so far.
template <class Reader>
Reading lines(std::string_view text, Reader reader) {
  if (text.size() > transcript_bytes_max)
    return at::Unexpected{Fault{0, "longer than " + std::to_string(transcript_bytes_max) + " bytes"}};
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const bool terminated = end != std::string_view::npos;
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (auto wrong = reader.take(line, terminated)) {
      const auto column = static_cast<std::size_t>(wrong->where - line.data()) + 1;
      return at::Unexpected{Fault{number, std::move(wrong->what), column}};
    }
    if (reader.events.size() > events_max)
      return at::Unexpected{Fault{number, "more than " + std::to_string(events_max) + " events", 1}};
    text.remove_prefix(terminated ? end + 1 : text.size());
  }
  reader.end();
  return std::move(reader.events);
}

} // namespace dialbench::transcript::scan
