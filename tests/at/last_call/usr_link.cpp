#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using at::FieldId;

TEST_CASE("a page of USR's ATI6") {
  const auto call = tests::read(at::ReportKind::usr_link, tests::usr_link_page);
  CHECK(call.kind == at::ReportKind::usr_link);
  CHECK(call.number(FieldId::characters_sent) == 2210);
  CHECK(call.number(FieldId::characters_received) == 81344);
  CHECK(call.number(FieldId::transmit_characters_lost) == 0);
  CHECK(call.number(FieldId::octets_sent) == 1904);
  CHECK(call.number(FieldId::octets_received) == 63021);
  CHECK(call.number(FieldId::frames_sent) == 88);
  CHECK(call.number(FieldId::frames_received) == 702);
  CHECK(call.number(FieldId::frames_resent) == 4);
  CHECK(call.number(FieldId::retrains_requested) == 1);
  CHECK(call.number(FieldId::retrains_granted) == 2);
  CHECK(call.number(FieldId::line_reversals) == 0);
  CHECK(call.number(FieldId::block_errors) == 17);
  CHECK(call.number(FieldId::link_timeouts) == 3);
  CHECK(call.number(FieldId::naks_received) == 5);
  CHECK(tests::text_of(call, FieldId::compression) == "V42BIS");
  CHECK(call.number(FieldId::dictionary_size) == 2048);
  CHECK(call.number(FieldId::string_length) == 32);
  CHECK(tests::text_of(call, FieldId::equalization) == "Long");
  CHECK(tests::text_of(call, FieldId::fallback) == "Enabled");
  CHECK(tests::text_of(call, FieldId::error_control) == "LAPM");
  CHECK(tests::text_of(call, FieldId::error_control_option) == "SREJ");
  CHECK(call.number(FieldId::final_receive_rate) == 45333);
  CHECK(call.number(FieldId::final_transmit_rate) == 26400);
  CHECK(call.number(FieldId::highest_receive_rate) == 49333);
  CHECK(call.number(FieldId::call_duration) == 3725);
  CHECK(call.end == at::CallEnd::dtr_dropped);
  CHECK(call.end_words == "DTR dropped");
  CHECK(call.fields.size() == 25);
  CHECK(call.unknown.empty());
  CHECK(!call.cut);
}

TEST_CASE("one speed of USR's is that of both ways") {
  const auto call = tests::read(at::ReportKind::usr_link, "Speed                  14400");
  CHECK(call.number(FieldId::final_receive_rate) == 14400);
  CHECK(call.number(FieldId::final_transmit_rate) == 14400);
}

TEST_CASE("behind the protocol's name stand its option and its frames") {
  const auto read = [](const std::string& protocol) {
    return tests::read(at::ReportKind::usr_link, "Chars sent 1 Chars Received 2\nProtocol               " +
                                                     protocol + "\nDisconnect Reason is XID Timeout\n");
  };
  const auto both = read("LAPM SREJ 128/15");
  CHECK(tests::text_of(both, FieldId::error_control) == "LAPM");
  CHECK(tests::text_of(both, FieldId::error_control_option) == "SREJ");
  CHECK(both.number(FieldId::frame_size) == 128);
  CHECK(both.number(FieldId::frames_outstanding_max) == 15);
  const auto frames = read("LAPM 128/15");
  CHECK(tests::text_of(frames, FieldId::error_control) == "LAPM");
  CHECK(!frames.find(FieldId::error_control_option));
  CHECK(frames.number(FieldId::frame_size) == 128);
  CHECK(tests::text_of(read("LAPM/SREJ"), FieldId::error_control_option) == "SREJ");
  CHECK(tests::text_of(read("LAPM x/15"), FieldId::error_control_option) == "15");
  CHECK(tests::text_of(read("MNP 4"), FieldId::error_control) == "MNP");
}
