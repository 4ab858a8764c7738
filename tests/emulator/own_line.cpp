#include "harness/emulator/own_line.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("every key of a line is set from its value, and a wrong one changes nothing") {
  OwnLine line;
  CHECK_FALSE(set_own_line(line, "dial_tone", "stutter"));
  CHECK_FALSE(set_own_line(line, "stutter", "3s"));
  CHECK_FALSE(set_own_line(line, "pulse_only", "true"));
  CHECK_FALSE(set_own_line(line, "outside_line", "0"));
  CHECK_FALSE(set_own_line(line, "blacklist", "it"));
  CHECK(line.dial_tone == OwnLine::DialTone::stutter);
  CHECK(line.stutter == 3s);
  CHECK(line.pulse_only);
  CHECK(line.outside_line == "0");
  CHECK(line.blacklist == BlacklistRule::it);
  CHECK(set_own_line(line, "dial_tone", "loud") == "one of steady, stutter, none, dead");
  CHECK(set_own_line(line, "outside_line", "x"));
  CHECK(set_own_line(line, "outside_line", "123456789"));
  CHECK(set_own_line(line, "in_use", "yes") == "true or false");
  CHECK_THAT(set_own_line(line, "colour", "red").value_or(""), StartsWith("one of dial_tone stutter"));
  CHECK(set_own_line(line, "stutter", "1500"));
  CHECK(set_own_line(line, "stutter", "11m") == "a duration up to 10m");
  CHECK(set_own_line(line, "knock", "10h"));
  CHECK(set_own_line(line, "second_tone_after", "601s"));
  CHECK(line.stutter == 3s);
  CHECK_FALSE(set_own_line(line, "knock", "10m"));
  CHECK_FALSE(set_own_line(line, "call_waiting", "10h"));
  CHECK(line.outside_line == "0");
  CHECK_THAT(std::string(own_line_keys()), StartsWith("dial_tone stutter pulse_only"));
}

TEST_CASE("a tone that stutters is a tone") {
  OwnLine line;
  CHECK(line.has_tone());
  line.dial_tone = OwnLine::DialTone::stutter;
  CHECK(line.has_tone());
  line.dial_tone = OwnLine::DialTone::none;
  CHECK_FALSE(line.has_tone());
}
