#include "harness/emulator/report_words.hpp"

#include "tests/emulator/call_reports.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using namespace std::chrono_literals;
using at::CallEnd;
using at::ReportKind;

TEST_CASE("the makers' reasons read as the end, or as the nearest thing") {
  struct Row {
    CallEnd end;
    CallEnd usr;
    CallEnd conexant;
    CallEnd zyxel;
    CallEnd lucent;
  };
  using enum CallEnd;
  const auto row = GENERATE(values<Row>(
      {{local_hangup, local_hangup, local_hangup, local_hangup, local_hangup},
       {dtr_dropped, dtr_dropped, dtr_dropped, dtr_dropped, local_hangup},
       {key_abort, key_abort, key_abort, key_abort, local_hangup},
       {inactivity, inactivity, inactivity, local_hangup, local_hangup},
       {busy, busy, busy, far_hangup, no_answer_or_busy},
       {no_answer, no_answer, no_answer, no_connection, no_answer_or_busy},
       {no_dialtone, no_dialtone, no_dialtone, local_hangup, no_answer_or_busy},
       {voice, voice, no_connection, no_connection, no_answer_or_busy},
       {training_failed, training_failed, training_failed, no_connection, training_failed},
       {carrier_lost, carrier_lost, carrier_lost, carrier_lost, far_hangup},
       {far_hangup, far_hangup, far_hangup, far_hangup, far_hangup},
       {blacklisted, blacklisted, blacklisted, local_hangup, no_answer_or_busy},
       {no_error_control, no_common_protocol, protocol_error, protocol_error, negotiation_failed}}));
  CAPTURE(name(row.end));
  CallLog log;
  log.begin(0s, false);
  log.end(1s, row.end);
  CHECK(tests::read_report(ReportKind::usr_link, log, "usr").end == row.usr);
  CHECK(tests::read_report(ReportKind::conexant, log, "conexant").end == row.conexant);
  CHECK(tests::read_report(ReportKind::zyxel, log, "zyxel").end == row.zyxel);
  CHECK(tests::read_report(ReportKind::lucent, log, "lucent").end == row.lucent);
}
