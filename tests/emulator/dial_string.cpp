#include "harness/emulator/dial_string.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("digits, marks and what they ask for") {
  const DialString dial = read_dial_string("T9W,*70#AD-(555)0;1", {});
  CHECK(dial.digits == "9*70#AD5550");
  CHECK(dial.stays); // what stands behind it is no part of the dial
  CHECK(dial.waits_for_tone);
  CHECK_FALSE(dial.tone_first);
  CHECK_FALSE(dial.redials);
  CHECK(dial.time == 11 * 190ms + 1s + 2s);
}

TEST_CASE("a W in front") {
  CHECK(read_dial_string("TW9", {}).tone_first);
  CHECK_FALSE(read_dial_string(",W9", {}).tone_first);
}

TEST_CASE("pulses: ten for 0, a pause between digits, tones for what has no pulses") {
  CHECK(read_dial_string("P0", {}).time == 1s);
  CHECK(read_dial_string("P12", {}).time == 300ms + 800ms);
  CHECK(read_dial_string("P1,2", {}).time == 300ms + 2s);
  CHECK(read_dial_string("P1T2", {}).time == 100ms + 190ms);
  CHECK(read_dial_string("P#", {}).time == 190ms);
  CHECK(read_dial_string("P5551212", {}).time == 2100ms + 6 * 800ms);
  CHECK(read_dial_string("P1", {}).pulse);
}

TEST_CASE("nothing, and nonsense") {
  CHECK(read_dial_string("", {}).digits == "");
  CHECK(read_dial_string("XYZ<>", {}).time == 0s);
  CHECK(read_dial_string("L", {}).redials);
}
