#include "harness/transcript/umockdev_format.hpp"

#include "harness/transcript/read.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;

namespace {

std::vector<Event> events(std::string_view text) {
  const auto reading = read_umockdev(text);
  REQUIRE(reading.has_value());
  return *reading;
}

std::string fault(std::string_view text) { return shown(read_umockdev(text).error(), "f"); }

} // namespace

TEST_CASE("a umockdev script: operations, steps of milliseconds, and carets") {
  CHECK(
      events(
          "# a modem\nd 0 /dev/ttyUSB0\nw 5 AT^`^M\nf 20 -\nr 12 ^M^J\x80 OK ^@^_^M^J\r\n\nQ\nnot read\n") ==
      std::vector<Event>{{0s, Kind::note, "device /dev/ttyUSB0", 0},
                         {5ms, Kind::sent, "AT^\r", 0},
                         {5ms, Kind::note, "writes may differ by 20 %", 0},
                         {17ms, Kind::received, std::string("\r\n\x80 OK \0\x1f\r\n", 11), 0}});
}

TEST_CASE("what is wrong in a umockdev script is told with its line and column") {
  CHECK_THAT(fault("w 5 AT^M\nx 1 y\n"), StartsWith("f:2:1: expected r, w, f, d or Q"));
  CHECK_THAT(fault("w AT^M\n"), StartsWith("f:1:2: expected a blank and a number behind w"));
  CHECK_THAT(fault("w 5AT^M\n"), StartsWith("f:1:4: expected a blank behind the number"));
  CHECK_THAT(fault("w 5 AT^\n"), StartsWith("f:1:7: expected a character from @ to _"));
  CHECK_THAT(fault("w 5 AT^m\n"), StartsWith("f:1:7:"));
  CHECK_THAT(fault("w -5 AT^M\n"), StartsWith("f:1:2:"));
  CHECK_THAT(fault("w 99999999999999999999 AT^M\n"), StartsWith("f:1:2:"));
}

TEST_CASE("steps without end stay within the time that can be told") {
  const auto all = events("w 9223372036854775807 a\nw 9223372036854775807 b\nw 9223372036854775807 c\n");
  CHECK(all.back().at == Time::max());
}
