#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using at::FieldId;

TEST_CASE("a page of ZyXEL's ATI2") {
  const auto call = tests::read(at::ReportKind::zyxel, tests::zyxel_page);
  CHECK(call.number(FieldId::characters_sent) == 3120);
  CHECK(call.number(FieldId::characters_received) == 4410);
  CHECK(call.number(FieldId::octets_sent) == 1180);
  CHECK(call.number(FieldId::octets_received) == 2015);
  CHECK(call.number(FieldId::frames_sent) == 21);
  CHECK(call.number(FieldId::frames_received) == 34);
  CHECK(call.number(FieldId::frames_resent) == 2);
  CHECK(call.number(FieldId::frames_outstanding_max) == 8);
  CHECK(call.number(FieldId::frame_size) == 256);
  CHECK(call.number(FieldId::retrains_requested) == 1);
  CHECK(call.number(FieldId::retrains_granted) == 4);
  CHECK(call.number(FieldId::call_duration) == 180);
  CHECK(call.number(FieldId::t401_timeouts) == 5);
  CHECK(call.number(FieldId::t402_timeouts) == 6);
  CHECK(call.number(FieldId::receive_frame_errors) == 7);
  CHECK(call.number(FieldId::round_trip_delay) == 50);
  CHECK(call.number(FieldId::transmit_underruns) == 9);
  CHECK(call.number(FieldId::receive_overruns) == 11);
  CHECK(tests::text_of(call, FieldId::connect_words) == "Connect 14400/ARQ/V42b");
  CHECK(call.number(FieldId::final_receive_rate) == 14400);
  CHECK(tests::text_of(call, FieldId::compression) == "V42BIS");
  CHECK(call.end == at::CallEnd::local_hangup);
  CHECK(call.end_words == "Local Hang Up");
  CHECK(call.unknown.empty());
  CHECK(!call.cut);
}

TEST_CASE("the counters below the page of newer ZyXEL modems, and labels glued to numbers") {
  const auto call =
      tests::read(at::ReportKind::zyxel, "Chars Sent 2420 Chars Received2420\n<< FG= 1 FR= 2\nBR= 3 FE = 4");
  CHECK(call.number(FieldId::characters_received) == 2420);
  CHECK(call.number(FieldId::rate_changes_granted) == 1);
  CHECK(call.number(FieldId::rate_changes_requested) == 2);
  CHECK(call.number(FieldId::frames_resent) == 3);
  CHECK(call.number(FieldId::receive_frame_errors) == 4);
}
