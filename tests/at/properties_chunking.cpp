// However bytes are cut, the same events come out of them.
#include "at/interpreter.hpp"

#include "tests/catch.hpp"

#include <rapidcheck.h>

#include <string>
#include <tuple>
#include <vector>

using namespace dialbench;

namespace {

using Line = std::tuple<at::Line::Kind, std::string, at::Slips>;
using Event = std::tuple<at::Event::Kind, at::Meaning, at::Damage, at::Slips, std::string>;

// Bytes as modems send them, and as no modem does: pieces of dialogue between chance bytes.
rc::Gen<std::string> some_bytes() {
  const auto piece = rc::gen::oneOf(rc::gen::elementOf(std::vector<std::string>{
                                        "\r\n", "\r", "\n", "\r\r\n", std::string(1, '\0'), "OK", "BUSY", "7",
                                        "CONNECT 9600", "CONNECT", "NO CARRIER", "ATZ", "RING", "B\x8eUSY",
                                        "Link Diagnostics...", " ", "!", "+++", std::string(600, 'U')}),
                                    rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string bytes;
                        for (const std::string& each : pieces) bytes += each;
                        return bytes;
                      });
}

rc::Gen<std::vector<std::size_t>> some_sizes() {
  return rc::gen::nonEmpty(rc::gen::container<std::vector<std::size_t>>(
      rc::gen::oneOf(rc::gen::inRange<std::size_t>(1, 20), rc::gen::inRange<std::size_t>(1, 200))));
}

// Feeds copies that end where the chunk does, so that reading beyond it is found.
template <class Feed>
void in_chunks(std::string_view bytes, const std::vector<std::size_t>& sizes, Feed&& feed) {
  for (std::size_t i = 0; !bytes.empty(); ++i) {
    const std::string_view part = bytes.substr(0, sizes[i % sizes.size()]);
    const std::vector<char> chunk(part.begin(), part.end());
    feed(std::string_view(chunk.data(), chunk.size()));
    bytes.remove_prefix(part.size());
  }
}

std::vector<Line> lines_of(std::string_view bytes, const std::vector<std::size_t>& sizes, bool other_ends) {
  at::Reader reader;
  if (other_ends) reader.set_line_ends('!', '\xff');
  reader.expect_echo("ATZ");
  std::vector<Line> lines;
  const auto sink = [&](const at::Line& line) {
    lines.emplace_back(line.kind, std::string(line.text), line.slips);
    return at::Next::go_on;
  };
  in_chunks(bytes, sizes, [&](std::string_view chunk) { reader.feed(chunk, sink); });
  reader.flush(sink);
  return lines;
}

// Data comes as the chunks came, so what follows each other is put together.
std::vector<Event> events_of(std::string_view bytes, const std::vector<std::size_t>& sizes) {
  at::Interpreter modem;
  modem.expect_echo("ATZ");
  modem.set_digits(at::Digits::result);
  std::vector<Event> events;
  const auto sink = [&](const at::Event& event) {
    const bool goes_on = event.kind == at::Event::Kind::data && !events.empty() &&
                         std::get<0>(events.back()) == at::Event::Kind::data;
    if (goes_on)
      std::get<4>(events.back()) += event.bytes;
    else
      events.emplace_back(event.kind, event.meaning, event.damage, event.slips, std::string(event.bytes));
  };
  in_chunks(bytes, sizes, [&](std::string_view chunk) { modem.feed(chunk, sink); });
  modem.flush(sink);
  return events;
}

} // namespace

TEST_CASE("any chunking of any bytes gives the same lines") {
  CHECK(rc::check([] {
    const std::string bytes = *some_bytes();
    const bool other_ends = *rc::gen::arbitrary<bool>();
    RC_ASSERT(lines_of(bytes, *some_sizes(), other_ends) == lines_of(bytes, {bytes.size() + 1}, other_ends));
  }));
}

TEST_CASE("any chunking of any bytes gives the same events") {
  CHECK(rc::check([] {
    const std::string bytes = *some_bytes();
    RC_ASSERT(events_of(bytes, *some_sizes()) == events_of(bytes, {bytes.size() + 1}));
  }));
}
