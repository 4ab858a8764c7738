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
        "call.txt:1: expected seconds such as 0.000412, found \"what\"");
  CHECK(shown(Fault{0, "byte 9: expected a record mark"}, "call.ppp") ==
        "call.ppp: byte 9: expected a record mark");
}
