#include "harness/emulator/digit_receiver.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("digits arrive, tones on a pulse-only line do not") {
  OwnLine line;
  DigitReceiver ear;
  ear.hear(read_dial_string("T12P34", {}), line, 0s);
  CHECK(ear.number() == "1234");
  ear.on_hook();
  CHECK(ear.number() == "");
  line.pulse_only = true;
  ear.hear(read_dial_string("T12P34", {}), line, 0s);
  CHECK(ear.number() == "34");
}

TEST_CASE("a PBX: the prefix, then the second tone, then digits") {
  OwnLine line;
  line.outside_line = "01";
  line.second_tone_after = 2s;
  DigitReceiver ear;
  const auto* const right = GENERATE("01,5", "01@5", "0,1,5");
  ear.hear(read_dial_string(right, {}), line, 0s);
  CHECK(ear.number() == "5");
  CHECK_FALSE(ear.wrong());
  for (const auto* wrong : {"015", "0,15", "10,5", "5", "02,5"}) {
    CAPTURE(wrong);
    ear.on_hook();
    ear.hear(read_dial_string(wrong, {}), line, 0s);
    CHECK(ear.wrong());
  }
}

TEST_CASE("the code that turns call waiting off is no part of the number") {
  DigitReceiver ear;
  ear.hear(read_dial_string("*70,5550100", {}), {}, 0s);
  CHECK(ear.number() == "5550100");
  CHECK(ear.call_waiting_off());
  ear.on_hook();
  ear.hear(read_dial_string("5550100", {}), {}, 0s);
  CHECK_FALSE(ear.call_waiting_off());
}

TEST_CASE("what is heard is bounded") {
  DigitReceiver ear;
  for (int i = 0; i < 1000; ++i) ear.hear(read_dial_string("5550100", {}), {}, 0s);
  CHECK(ear.number().size() <= 256);
}

TEST_CASE("what is heard has that code, and no prefix of a PBX") {
  OwnLine line;
  line.outside_line = "9";
  DigitReceiver ear;
  ear.hear(read_dial_string("9,*70", {}), line, 0s);
  CHECK(ear.heard() == "*70");
  CHECK(ear.number().empty());
}
