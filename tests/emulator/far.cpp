#include "harness/emulator/far.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("a modulation is one that modems have, in any spelling, and a rate is above 0") {
  Far far;
  for (const auto* name : {"V.34", "V34", "V.32bis", "V32B", "V.22bis", "HST", "V.90", ""}) {
    CAPTURE(name);
    CHECK(set_far(far, "modulation", name) == std::nullopt);
  }
  CHECK(set_far(far, "modulation", "V.99") == "the name of a modulation, such as V.32B, V.34 or V.90");
  CHECK(set_far(far, "rate", "0") == "a rate in bit/s, 1 or more");
}

TEST_CASE("a far end is set by names") {
  Far far;
  CHECK_FALSE(set_far(far, "kind", "scripted"));
  CHECK(far.kind == Far::Kind::scripted);
  CHECK_FALSE(set_far(far, "after", "2.5s"));
  CHECK(far.after == 2500ms);
  CHECK_FALSE(set_far(far, "rings", "7"));
  CHECK(far.rings == 7);
  CHECK_FALSE(set_far(far, "rate", "14400"));
  CHECK(far.rate == 14400);
  CHECK_FALSE(far.error_control_given);
  CHECK(set_far(far, "error_control", std::string(5000, 'x')));
  CHECK_FALSE(far.error_control_given);
  CHECK_FALSE(set_far(far, "error_control", "NONE"));
  CHECK(far.error_control_given);
  CHECK_FALSE(set_far(far, "live", "true"));
  CHECK(far.live);
  CHECK(set_far(far, "lost_after", "4"));
  CHECK_FALSE(set_far(far, "lost_after", "3s"));
  CHECK(far.lost_after == 3s);
  CHECK_FALSE(set_far(far, "greeting", "login: "));
  CHECK_FALSE(set_far(far, "says", "BUSY"));
  CHECK(far.says.size() == 1);
  CHECK(far.says[0].framed);
}

TEST_CASE("every kind has its name") {
  Far far;
#define FAR_KIND(kind_name, text)                                                                            \
  CHECK_FALSE(set_far(far, "kind", #kind_name));                                                             \
  CHECK(far.kind == Far::Kind::kind_name);
#include "harness/emulator/far.def"
}

TEST_CASE("what is wrong says what was expected and changes nothing") {
  Far far;
  CHECK_THAT(set_far(far, "kind", "bussy").value_or(""), StartsWith("one of modem, busy, reorder, voice"));
  CHECK(set_far(far, "rings", "two") == "a whole number from 0 to 10000000");
  CHECK(set_far(far, "live", "1") == "true or false");
  CHECK_THAT(set_far(far, "colour", "red").value_or(""), StartsWith("one of kind, after, rings"));
  CHECK(far.kind == Far::Kind::modem);
  CHECK(far.rings == 2);
}

TEST_CASE("a say is set by names") {
  Far::Says says;
  CHECK_FALSE(set_says(says, "after", "40ms"));
  CHECK_FALSE(set_says(says, "bytes", "U"));
  CHECK_FALSE(set_says(says, "framed", "false"));
  CHECK(says.after == 40ms);
  CHECK(says.bytes == "U");
  CHECK_FALSE(says.framed);
  CHECK(set_says(says, "text", "U") == "one of after bytes framed");
}

TEST_CASE("a script is bounded") {
  Far far;
  for (int i = 0; i < 64; ++i) CHECK_FALSE(set_far(far, "says", "RINGING"));
  CHECK(set_far(far, "says", "RINGING") == "at most 64 items");
}
