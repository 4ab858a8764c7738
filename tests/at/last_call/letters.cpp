#include "at/last_call/letters.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::last_call;

TEST_CASE("labels are the same whatever their case, blanks and hyphens") {
  CHECK(length_of("ROUNDTRIPDELAY", "Round Trip Delay (msec)") == 16);
  CHECK(length_of("ROUNDTRIPDELAY", "roundtrip delay") == 15);
  CHECK(length_of("ROBBEDBITSIGNALING", "Robbed-Bit Signaling 00") == 20);
  CHECK(length_of("V90PEAKSPEED", "V.90 Peak Speed") == 15);
  CHECK(length_of("RETRAINBYLOCALMODEM", "Retrain by Local  Modem   1") == 23);
}

TEST_CASE("a label ends where it ends, and digits may be glued to it") {
  CHECK(length_of("CHARSRECEIVED", "Chars Received2420") == 14);
  CHECK(length_of("SPEED", "Speeds 3") == 0);
  CHECK(length_of("SPEED", "Spee") == 0);
  CHECK(length_of("SPEED", " Speed") == 0);
  CHECK(length_of("CHARSSENT", "Chars        sent") == 0);
  CHECK(length_of("CHARSSENT", "") == 0);
}

TEST_CASE("a label that breaks off is its beginning and nothing else") {
  CHECK(is_broken_off("DISCONNECTREASON", "Disconnect Rea"));
  CHECK(is_broken_off("DISCONNECTREASON", "Disconnect "));
  CHECK(!is_broken_off("DISCONNECTREASON", "Dis"));
  CHECK(!is_broken_off("DISCONNECTREASON", "Disconnect Reason"));
  CHECK(!is_broken_off("DISCONNECTREASON", "Disconnected"));
}

TEST_CASE("blanks and control bytes are trimmed") {
  CHECK(trimmed(" \t\r\x01 x y\x7F\n") == "x y");
  CHECK(trimmed(" \r\n").empty());
}
