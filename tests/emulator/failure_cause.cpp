// S86, which harness/emulator/failure_cause.cpp fills.
#include "tests/emulator/call_reports.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using namespace std::chrono_literals;
using at::CallEnd;
using at::ReportKind;

TEST_CASE("S86 tells the end, or the nearest thing that it has a number for") {
  struct Row {
    CallEnd end;
    CallEnd read;
  };
  const auto row = GENERATE(values<Row>({{CallEnd::local_hangup, CallEnd::normal},
                                         {CallEnd::key_abort, CallEnd::key_abort},
                                         {CallEnd::dtr_dropped, CallEnd::dtr_dropped},
                                         {CallEnd::inactivity, CallEnd::inactivity},
                                         {CallEnd::carrier_lost, CallEnd::carrier_lost},
                                         {CallEnd::far_hangup, CallEnd::far_hangup},
                                         {CallEnd::no_error_control, CallEnd::no_error_control},
                                         {CallEnd::no_common_modulation, CallEnd::speed_unsupported},
                                         {CallEnd::busy, CallEnd::no_connection},
                                         {CallEnd::no_dialtone, CallEnd::no_connection},
                                         {CallEnd::training_failed, CallEnd::no_connection}}));
  CallLog log;
  log.begin(0s, false);
  log.end(1s, row.end);
  CAPTURE(name(row.end));
  CHECK(tests::read(ReportKind::s86, std::to_string(s86_of(log))).end == row.read);
  CHECK(s86_of({}) == 21);
}
