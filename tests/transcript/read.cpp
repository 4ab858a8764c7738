#include "harness/transcript/read.hpp"

#include "harness/transcript/writer.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace dialbench::transcript;
using namespace std::chrono_literals;

TEST_CASE("the format is found out") {
  const auto format = GENERATE(Format::text, Format::pppdump);
  std::string bytes;
  Writer writer(format, 1'700'000'000);
  writer.append(bytes, {1s, Kind::received, "\r\nBUSY\r\n", 0});
  const auto events = read(bytes);
  REQUIRE(events.has_value());
  CHECK(*events == std::vector<Event>{{1s, Kind::received, "\r\nBUSY\r\n", 0}});
}

TEST_CASE("a fault is shown with its file and, where there are lines, its line") {
  CHECK(shown(read("what\n").error(), "call.txt") ==
        "call.txt:1:1: expected seconds such as 0.000412, found \"what\"");
  CHECK(shown(Fault{0, "byte 9: expected a record mark"}, "call.ppp") ==
        "call.ppp: byte 9: expected a record mark");
}

TEST_CASE("each format is known by its content, whatever the file is called") {
  CHECK(input_of("   0.000659 # VirtualModem A\n   0.1 > \"AT\\r\"\n") == Input::text);
  CHECK(input_of("# a note\n\n0.1 > \"AT\\r\"\n") == Input::text);
  CHECK(input_of("> 2026/11/21 13:51:21.000346440  length=3 from=0 to=2\n") == Input::socat);
  CHECK(input_of("2026/11/21 13:51:21 socat[9] N opening\n> 2026/11/21 13:51:21.0  length=3\n") ==
        Input::socat);
  CHECK(input_of("d 0 /dev/ttyUSB0\nw 0 AT^M\n") == Input::umockdev);
  CHECK(input_of("# recorded\r\nw 0 AT^M\r\n") == Input::umockdev);
  CHECK(input_of("03-30-2000 16:28:36.96 - in use\n") == Input::windows);
  CHECK(input_of("a modem log\n16:28:36 03-30-2000 - in use\n") == Input::windows);
  CHECK(input_of("\x07\x01\x02\x03\x04\x01") == Input::pppdump);
  CHECK(input_of("") == Input::text);
}

TEST_CASE("the names of the formats are theirs") {
  for (const auto* name : {"text", "pppdump", "socat", "umockdev", "windows"}) {
    CHECK(parse_input(name));
    CHECK_THAT(std::string(input_names), ContainsSubstring(name));
  }
  CHECK_FALSE(parse_input("pcap"));
}
