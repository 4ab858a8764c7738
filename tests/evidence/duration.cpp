#include "harness/evidence/duration.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace std::chrono_literals;
using evidence::parse_duration;

TEST_CASE("durations are spelled one way everywhere") {
  CHECK(parse_duration("8s") == Duration(8s));
  CHECK(parse_duration("300ms") == Duration(300ms));
  CHECK(parse_duration("1m30s") == Duration(90s));
  CHECK(parse_duration("2h") == Duration(2h));
  CHECK(parse_duration("1.5s") == Duration(1500ms));
  CHECK(parse_duration("45") == Duration(45s));
  CHECK(parse_duration("0") == Duration{});
  CHECK(parse_duration("250us") == Duration(250us));
}

TEST_CASE("what is no duration is none") {
  const auto text = GENERATE(as<std::string>(), "", "s", "-5s", "5 s", "5x", "5s5", "1e9s", "nan", "inf",
                             "25h", "0x10s", "5s ");
  CAPTURE(text);
  CHECK_FALSE(parse_duration(text));
}

TEST_CASE("durations are shown for people and spelled for options") {
  CHECK(evidence::shown(31'440ms) == "31.4 s");
  CHECK(evidence::shown(59'960ms) == "1 min 0 s");
  CHECK(evidence::shown(125s) == "2 min 5 s");
  CHECK(evidence::shown(2h + 3min) == "2 h 3 min");
  CHECK(evidence::spelled(31'400ms) == "31.4s");
  CHECK(evidence::spelled(300ms) == "300ms");
  CHECK(evidence::spelled(125s) == "2m5s");
  CHECK(evidence::spelled(60s) == "1m");
}

TEST_CASE("what is spelled is read back") {
  const auto ms = GENERATE(0, 1, 250, 999, 1000, 1500, 59'900, 60'000, 61'000, 3'600'000, 86'399'000);
  CHECK(parse_duration(evidence::spelled(std::chrono::milliseconds(ms))) ==
        Duration(std::chrono::milliseconds(ms)));
}
