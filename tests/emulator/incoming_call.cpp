#include "harness/emulator/incoming_call.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;

TEST_CASE("a caller's modulation is one, and its rate one of that") {
  IncomingCall call;
  CHECK_THAT(set_incoming(call, "modulation", "V.99").value_or(""), StartsWith("the name of a modulation"));
  CHECK_FALSE(set_incoming(call, "modulation", "V.21")); // its rate is what V.21 has
  CHECK(set_incoming(call, "rate", "1200") == "a rate of V.21, 300 bit/s");
  CHECK_FALSE(set_incoming(call, "rate", "300"));
  CHECK(set_incoming(call, "modulation", "V.34") == "a rate of V.34, 2400 to 33600 bit/s");
  CHECK(call.modulation == "V.21");
  CHECK(set_incoming(call, "rate", "0"));
  CHECK(call.rate == 300);
}

TEST_CASE("a caller's modem may have error control that its modulation has not by itself") {
  IncomingCall call;
  CHECK_FALSE(call.link().error_control_given);
  CHECK_FALSE(set_incoming(call, "error_control", "LAPM"));
  CHECK(call.link().error_control_given);
  CHECK(call.link().error_control == "LAPM");
}
