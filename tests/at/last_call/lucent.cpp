#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using at::CallEnd;
using at::FieldId;

TEST_CASE("both pages of Lucent's ATI11") {
  const auto call = tests::read(at::ReportKind::lucent, tests::lucent_page);
  CHECK(tests::text_of(call, FieldId::modulation) == "V90");
  CHECK(call.number(FieldId::initial_transmit_rate) == 28800);
  CHECK(call.number(FieldId::initial_receive_rate) == 48000);
  CHECK(call.number(FieldId::final_transmit_rate) == 26400);
  CHECK(call.number(FieldId::final_receive_rate) == 45333);
  CHECK(tests::text_of(call, FieldId::error_control) == "LAPM");
  CHECK(tests::text_of(call, FieldId::compression) == "V42BIS");
  CHECK(call.number(FieldId::noise_estimate) == 161);
  CHECK(call.number(FieldId::receive_level) == -24);
  CHECK(call.number(FieldId::transmit_level) == -12);
  CHECK(call.number(FieldId::round_trip_delay) == 6);
  CHECK(!call.find(FieldId::near_echo_level));
  CHECK(call.number(FieldId::far_echo_level) == -55);
  CHECK(call.number(FieldId::frames_sent) == 311);
  CHECK(call.number(FieldId::transmit_frame_errors) == 2);
  CHECK(call.number(FieldId::frames_received) == 940);
  CHECK(call.number(FieldId::receive_frame_errors) == 7);
  CHECK(call.number(FieldId::retrains_requested) == 1);
  CHECK(call.number(FieldId::retrains_granted) == 0);
  CHECK(tests::text_of(call, FieldId::robbed_bits) == "20");
  CHECK(call.number(FieldId::digital_loss) == 6);
  CHECK(tests::text_of(call, FieldId::remote_server) == "4342C3");
  CHECK(call.end == CallEnd::training_failed);
  CHECK(call.end_words == "Call Termination Cause 3");
  CHECK(call.unknown.empty());
  CHECK(!call.cut);
}

TEST_CASE("every cause of Lucent's has its end") {
  const CallEnd ends[] = {CallEnd::local_hangup, CallEnd::far_hangup, CallEnd::no_answer_or_busy,
                          CallEnd::training_failed, CallEnd::negotiation_failed};
  for (std::size_t cause = 0; cause < std::size(ends); ++cause)
    CHECK(tests::read(at::ReportKind::lucent, "20 Call Termination Cause " + std::to_string(cause)).end ==
          ends[cause]);
  const auto call = tests::read(at::ReportKind::lucent, "20 Call Termination Cause 5");
  CHECK(!call.end);
  CHECK(tests::unknown_of(call) == "Call Termination Cause=5");
  CHECK(tests::read(at::ReportKind::lucent, "20 Call Termination Cause NA").empty());
}
