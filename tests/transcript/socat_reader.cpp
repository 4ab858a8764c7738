#include "harness/transcript/socat_format.hpp"

#include "harness/transcript/read.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;

namespace {

std::vector<Event> events(std::string_view text) {
  const auto reading = read_socat(text);
  INFO((reading ? std::string() : shown(reading.error(), "f")));
  REQUIRE(reading.has_value());
  return *reading;
}

std::string fault(std::string_view text) { return shown(read_socat(text).error(), "f"); }

constexpr std::string_view header = "> 2026/11/21 13:51:21.000346440  length=3 from=0 to=2\n";

} // namespace

TEST_CASE("socat -x -v: bytes, directions and times") {
  CHECK(events("> 2026/11/21 23:59:59.000900000  length=3 from=0 to=2\n"
               " 41 54 0d                                         AT.\n--\n"
               "< 2026/11/22 00:00:00.000100000  length=18 from=0 to=17\n"
               " 0d 0a                                            ..\n"
               " 4f 4b 20 34 31 20 34 31 20 20 34 31 20 2d 2d 0a  OK 41 41  41 --.\n--\n") ==
        std::vector<Event>{{0s, Kind::sent, "AT\r", 0}, {200ms, Kind::received, "\r\nOK 41 41  41 --\n", 0}});
}

TEST_CASE("socat -x alone writes a record on one line") {
  CHECK(events("> 2026/11/21 13:51:23.369075  length=3 from=0 to=2\n 41 54 0d\n"
               "< 2026/11/21 13:51:23.469075  length=2 from=0 to=1\n 30 0d\n") ==
        std::vector<Event>{{0s, Kind::sent, "AT\r", 0}, {100ms, Kind::received, "0\r", 0}});
}

TEST_CASE("nine digits are billionths where one of them is more than a million, else the millionths of socat "
          "1.7.4") {
  CHECK(events("> 2026/11/21 13:51:21.000346440  length=1 from=0 to=0\n 41\n"
               "< 2026/11/21 13:51:21.100346440  length=1 from=0 to=0\n 42\n")[1]
            .at == 100ms);
  CHECK(events("> 2026/11/21 13:51:21.000346440  length=1 from=0 to=0\n 41\n"
               "< 2026/11/21 13:51:21.000446440  length=1 from=0 to=0\n 42\n")[1]
            .at == 100ms);
}

TEST_CASE("the side that says AT first is the computer") {
  const auto turned = events("> 2026/11/21 13:51:21.000001  length=2 from=0 to=1\n 0d 0a\n"
                             "< 2026/11/21 13:51:22.000001  length=1 from=0 to=0\n 61\n"
                             "< 2026/11/21 13:51:22.000002  length=2 from=0 to=1\n 74 0d\n"
                             "> 2026/11/21 13:51:22.000003  length=3 from=0 to=2\n 61 74 0d\n");
  CHECK(turned[0].kind == Kind::received);
  CHECK(turned[1].kind == Kind::sent);
  CHECK(turned[3].kind == Kind::received);
}

TEST_CASE("a clock that was set back stands still, and a log line of socat's is a note") {
  const auto all = events("2026/11/21 13:51:22 socat[7] N starting\n"
                          "> 2026/11/21 13:51:23.000001  length=1 from=0 to=0\n 41\n"
                          "> 2026/11/21 13:51:20.000001  length=1 from=0 to=0\n 42\n");
  REQUIRE(all.size() == 3);
  CHECK(all[0] == Event{0s, Kind::note, "socat[7] N starting", 0});
  CHECK(all[2].at == all[1].at);
}

TEST_CASE("a record that is cut off gives what there is of it") {
  const auto all = events(std::string(header) + " 41 5");
  REQUIRE(all.size() == 1);
  CHECK_THAT(all.back().text, ContainsSubstring("cut off"));
  const auto more = events(std::string(header) + " 41 54\n");
  REQUIRE(more.size() == 2);
  CHECK(more.front().text == "AT");
}

TEST_CASE("what is wrong is told with its line and column") {
  CHECK_THAT(fault(std::string(header) + "AT\\r\n"), StartsWith("f:2:1: expected bytes in hexadecimal"));
  CHECK_THAT(fault(std::string(header) + "AT\\r\n"), ContainsSubstring("-v alone loses bytes"));
  CHECK_THAT(fault(std::string(header) + " 41 5g 0d\n"),
             StartsWith("f:2:4: expected two hexadecimal digits"));
  CHECK_THAT(fault(std::string(header) + " 41 54 0d 0a\n"), StartsWith("f:2:1: more bytes"));
  CHECK_THAT(fault(std::string(header) + " 41\n" + std::string(header)),
             StartsWith("f:3:1: 2 bytes of the record"));
  CHECK_THAT(fault("> 2026/13/21 13:51:21.0  length=3\n"), StartsWith("f:1:13: expected a time"));
  CHECK_THAT(fault("> 2026/11/21 13:51:21.0  bytes=3\n"), StartsWith("f:1:26: expected length="));
  CHECK_THAT(fault("hello\n"), StartsWith("f:1:1: expected a record of socat's"));
}

TEST_CASE("the ready line of what socat's EXEC has started is stepped over, also amid a line of socat's") {
  const auto alone = events(std::string(header) + " 41 54 0d                  AT.\n--\n");
  REQUIRE(alone.size() == 1);
  const auto [before, behind] = GENERATE(table<std::string, std::string>({
      {"", std::string(header) + " 41 54 0d                  AT.\n--\n"},
      {std::string(header), " 41 54 0d                  AT.\n--\n"},
      {std::string(header) + " 41 54", " 0d                  AT.\n--\n"},
      {std::string(header) + " 41 54 0", "d                  AT.\n--\n"},
      {"> 2026/11/21 13:51:21.000346440", "  length=3 from=0 to=2\n 41 54 0d  AT.\n--\n"},
      {std::string(header) + " 41 54 0d                  AT.\n-", "-\n"},
      {std::string(header) + " 41 54 0d                  AT.\n--\n", ""},
  }));
  CAPTURE(before);
  const std::string text = before + "ready stdio pid=17355\n" + behind;
  CHECK(events(text) == alone);
  CHECK(input_of(text) == Input::socat);
}

TEST_CASE("what only resembles the ready line is a fault, and so is what is wrong behind it") {
  CHECK_THAT(fault(std::string(header) + "ready stdio pid=x\n"), StartsWith("f:2:1: expected bytes"));
  CHECK_THAT(fault(std::string(header) + "ready pty=/tmp/m pid=1\n"), StartsWith("f:2:1: expected bytes"));
  CHECK_THAT(fault(std::string(header) + " 41ready stdio pid=1\n 54 0x\n"), StartsWith("f:3:"));
  const auto torn = events(std::string(header) + " 41 54 0d  AT.\n 4ready stdio pid=1\n");
  REQUIRE(torn.size() == 2);
  CHECK(torn[1].kind == Kind::note);
}
