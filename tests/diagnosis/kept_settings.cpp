// Goal: what a modem takes along into the next call is named, and nothing else.
#include "harness/diagnosis/kept_settings.hpp"
#include "tests/catch.hpp"

using dialbench::diagnosis::kept_settings;

TEST_CASE("registers and modes stay in the modem") {
  CHECK(kept_settings("AT+MS=V22B,0") == "+MS=V22B,0");
  CHECK(kept_settings("ATX4S6=8") == "S6=8");
  CHECK(kept_settings("AT&K3\\N0") == "&K3, \\N0");
  CHECK(kept_settings("at m0 l3;+fclass=0") == "m0, l3, +fclass=0");
}

TEST_CASE("what every call sets anew, what asks and what acts stays nowhere") {
  for (const auto* line : {"ATE0Q0V1X4", "ATX3", "AT", "ATS7?", "AT+MS?", "AT+MS=?", "ATI3", "ATH", "AT&V",
                           "AT+GMI", "X4", "", "A/", "ATDT5551234", "ATZ", "AT&F1", "AT\xff"}) {
    CAPTURE(line);
    CHECK(kept_settings(line).empty());
  }
}

TEST_CASE("a reset takes away what stands before it, storing is meant to stay") {
  CHECK(kept_settings("ATS6=8&F") == "");
  CHECK(kept_settings("AT&F1S0=1") == "S0=1");
  CHECK(kept_settings("ATS6=8&W") == "");
}
