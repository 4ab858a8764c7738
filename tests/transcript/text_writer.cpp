#include "harness/transcript/limits.hpp"
#include "harness/transcript/text_format.hpp"
#include "tests/catch.hpp"
#include "tests/transcript/random_events.hpp"

#include <algorithm>
#include <limits>

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;

namespace {

std::string written(const std::vector<Event>& events) {
  std::string out;
  append_text_header(out);
  for (const Event& event : events) append_text(out, event);
  return out;
}

std::string line(const Event& event) {
  std::string out;
  append_text(out, event);
  return out;
}

} // namespace

TEST_CASE("a call as text") {
  const std::vector<Event> call = {
      {0us, Kind::note, "port /dev/ttyS0 at 115200 8N1", 0},
      {412us, Kind::sent, "ATDT5550176\r", 0},
      {5103377us, Kind::received, "\r\nBUSY\r\n", 0},
      {12s, Kind::secret, "", 8},
      {100s, Kind::received, "\x1b[2J\"\\", 0},
      {12345678901us, Kind::note, "DTR lowered", 0},
  };
  CHECK(written(call) == "   0.000000 # dialbench transcript 1\n"
                         "   0.000000 # port /dev/ttyS0 at 115200 8N1\n"
                         "   0.000412 > \"ATDT5550176\\r\"\n"
                         "   5.103377 < \"\\r\\nBUSY\\r\\n\"\n"
                         "  12.000000 * 8 bytes hidden\n"
                         " 100.000000 < \"\\x1b[2J\\\"\\\\\"\n"
                         "12345.678901 # DTR lowered\n");
}

TEST_CASE("a note that would not read back as it is becomes a string") {
  CHECK(line({0us, Kind::note, "two\nlines", 0}) == "   0.000000 # \"two\\nlines\"\n");
  CHECK(line({0us, Kind::note, "\"quoted\"", 0}) == "   0.000000 # \"\\\"quoted\\\"\"\n");
  CHECK(line({0us, Kind::note, "", 0}) == "   0.000000 # \"\"\n");
  CHECK(line({0us, Kind::note, " blank first", 0}) == "   0.000000 # \" blank first\"\n");
  CHECK(line({0us, Kind::note, "blank last ", 0}) == "   0.000000 # \"blank last \"\n");
  CHECK(line({0us, Kind::note, "C:\\modem", 0}) == "   0.000000 # C:\\modem\n");
}

TEST_CASE("a secret is never written, not even by mistake") {
  CHECK(line({1s, Kind::secret, "", 1}) == "   1.000000 * 1 byte hidden\n");
  CHECK(line({1s, Kind::secret, "", 0}) == "   1.000000 * 0 bytes hidden\n");
  CHECK(line({1s, Kind::secret, "hunter2\r", 0}) == "   1.000000 * 8 bytes hidden\n");
  CHECK(line({1s, Kind::secret, "hunter2\r", 3}) == "   1.000000 * 8 bytes hidden\n");
}

TEST_CASE("an event longer than a record is cut into several of one time") {
  const std::string text = line({2s, Kind::received, std::string(event_bytes_max + 1, 'x'), 0});
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  const auto events = read_text(text);
  REQUIRE(events.has_value());
  REQUIRE(events->size() == 2);
  CHECK((*events)[0] == Event{2s, Kind::received, std::string(event_bytes_max, 'x'), 0});
  CHECK((*events)[1] == Event{2s, Kind::received, "x", 0});
}

TEST_CASE("times and lengths may be as large as numbers are") {
  CHECK(line({9999999999us, Kind::sent, "", 0}) == "9999.999999 > \"\"\n");
  CHECK(line({10000000000us, Kind::sent, "", 0}) == "10000.000000 > \"\"\n");
  CHECK(line({Time::max(), Kind::secret, "", std::numeric_limits<std::size_t>::max()}) ==
        "9223372036854.775807 * 18446744073709551615 bytes hidden\n");
}

TEST_CASE("a time before the start is written as the start") {
  CHECK(line({-5s, Kind::sent, "AT\r", 0}) == "   0.000000 > \"AT\\r\"\n");
}

TEST_CASE("what is written is printable ASCII and line ends, and reads back exactly") {
  const unsigned seed = GENERATE(1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u);
  const auto events = tests::random_events(seed, 300);
  const std::string text = written(events);
  CHECK(std::all_of(text.begin(), text.end(), [](char character) {
    return character == '\n' || (character >= 0x20 && character < 0x7f);
  }));
  const auto back = read_text(text);
  REQUIRE(back.has_value());
  CHECK(*back == events);
}
