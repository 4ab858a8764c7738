#include "harness/emulator/unimodem_report.hpp"

#include "tests/emulator/call_reports.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using namespace std::chrono_literals;
using at::CallEnd;
using at::FieldId;
using at::ReportKind;

TEST_CASE("AT#UD tells of the call that was") {
  const auto call =
      tests::read_report(ReportKind::unimodem, tests::finished_call(CallEnd::far_hangup), "conexant");
  CHECK(call.end == CallEnd::far_hangup);
  CHECK(tests::text_of(call, FieldId::heard) == "data_answer");
  CHECK(tests::text_of(call, FieldId::call_type) == "data");
  CHECK(tests::text_of(call, FieldId::transmit_modulation) == "V34");
  CHECK(call.number(FieldId::transmit_level) == -10);
  CHECK(call.number(FieldId::initial_transmit_rate) == 31200);
  CHECK(call.number(FieldId::final_receive_rate) == 28800);
  CHECK(tests::text_of(call, FieldId::error_control) == "LAPM");
  CHECK(tests::text_of(call, FieldId::compression) == "V42BIS");
  CHECK(call.number(FieldId::characters_sent) == 2210);
  CHECK(call.number(FieldId::characters_received) == 81344);
  CHECK(call.unknown.empty());
  CHECK_FALSE(call.cut);
}

TEST_CASE("AT#UD before the first call, and behind Z, knows of none") {
  CHECK(tests::read_report(ReportKind::unimodem, {}, "conexant").end == CallEnd::no_call);
  const auto call =
      tests::read_report(ReportKind::unimodem, tests::finished_call(CallEnd::far_hangup), "conexant", true);
  CHECK(call.end == CallEnd::no_call);
  CHECK_FALSE(call.find(FieldId::characters_sent));
}

TEST_CASE("AT#UD of a call that came to nothing has what was heard, and no link") {
  struct Row {
    CallEnd end;
    const char* heard;
    CallEnd read;
  };
  const auto row = GENERATE(values<Row>({{CallEnd::busy, "busy", CallEnd::busy},
                                         {CallEnd::reorder, "reorder", CallEnd::reorder},
                                         {CallEnd::no_dialtone, "no_dialtone", CallEnd::no_dialtone},
                                         {CallEnd::no_answer, "nothing", CallEnd::setup_timer},
                                         {CallEnd::setup_timer, "nothing", CallEnd::setup_timer},
                                         {CallEnd::voice, "voice", CallEnd::setup_timer},
                                         {CallEnd::fax, "fax_answer", CallEnd::fax},
                                         {CallEnd::training_failed, "data_answer", CallEnd::training_failed},
                                         {CallEnd::blacklisted, "no_call", CallEnd::blacklisted},
                                         {CallEnd::delayed, "no_call", CallEnd::delayed},
                                         {CallEnd::dtr_off, "no_call", CallEnd::dtr_off},
                                         {CallEnd::key_abort, "nothing", CallEnd::key_abort},
                                         {CallEnd::unidentified, "nothing", CallEnd::unidentified}}));
  CAPTURE(row.heard);
  CallLog log;
  log.begin(0s, false);
  log.end(9s, row.end);
  const auto call = tests::read_report(ReportKind::unimodem, log, "conexant");
  CHECK(call.end == row.read);
  CHECK(tests::text_of(call, FieldId::heard) == row.heard);
  CHECK_FALSE(call.find(FieldId::final_receive_rate));
}

TEST_CASE("every end has a number of V.58 that at reads as an end") {
  for (const auto end : {CallEnd::local_hangup,
                         CallEnd::local_reset,
                         CallEnd::key_abort,
                         CallEnd::dtr_dropped,
                         CallEnd::inactivity,
                         CallEnd::no_dialtone,
                         CallEnd::busy,
                         CallEnd::reorder,
                         CallEnd::setup_timer,
                         CallEnd::fax,
                         CallEnd::extension_pickup,
                         CallEnd::call_waiting,
                         CallEnd::delayed,
                         CallEnd::blacklisted,
                         CallEnd::carrier_lost,
                         CallEnd::training_failed,
                         CallEnd::no_common_modulation,
                         CallEnd::far_hangup,
                         CallEnd::no_error_control,
                         CallEnd::in_progress}) {
    CAPTURE(name(end));
    char line[64];
    std::snprintf(line, sizeof line, "DIAG <2A4D3263 60=%X>", unimodem_cause(end));
    CHECK(tests::read(ReportKind::unimodem, line).end == end);
  }
}
