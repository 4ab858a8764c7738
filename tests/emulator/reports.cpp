#include "harness/emulator/reports.hpp"

#include "tests/emulator/call_reports.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using namespace std::chrono_literals;
using at::CallEnd;
using at::FieldId;
using at::ReportKind;

TEST_CASE("the makers' pages tell of the call that was") {
  struct Row {
    const char* dialect;
    ReportKind kind;
    bool counts;
  };
  const auto row = GENERATE(values<Row>({{"usr", ReportKind::usr_link, true},
                                         {"lucent", ReportKind::lucent, false},
                                         {"conexant", ReportKind::conexant, false},
                                         {"zyxel", ReportKind::zyxel, true},
                                         {"multitech", ReportKind::multitech, false}}));
  CAPTURE(row.dialect);
  const auto call = tests::read_report(row.kind, tests::finished_call(CallEnd::far_hangup), row.dialect);
  if (row.kind != ReportKind::multitech) CHECK(call.end == CallEnd::far_hangup);
  CHECK(call.number(FieldId::final_receive_rate) == 28800);
  if (row.kind != ReportKind::zyxel) {
    CHECK(call.number(FieldId::final_transmit_rate) == 31200);
    CHECK(tests::text_of(call, FieldId::error_control) == "LAPM");
  }
  CHECK(tests::text_of(call, FieldId::compression) == "V42BIS");
  if (row.counts) {
    CHECK(call.number(FieldId::characters_sent) == 2210);
    CHECK(call.number(FieldId::characters_received) == 81344);
    CHECK(call.number(FieldId::call_duration) == (row.kind == ReportKind::zyxel ? 63 * 60 : 3725));
  }
  CHECK(call.unknown.empty());
  CHECK_FALSE(call.cut);
}

TEST_CASE("USR's ATI11 names the modulation") {
  const auto call =
      tests::read_report(ReportKind::usr_extended, tests::finished_call(CallEnd::far_hangup), "usr");
  CHECK(tests::text_of(call, FieldId::modulation) == "V34");
  CHECK(call.unknown.empty());
}

TEST_CASE("pages of a modem without a call claim nothing") {
  for (const auto& [dialect, kind] :
       {std::pair{"usr", ReportKind::usr_link}, std::pair{"usr", ReportKind::usr_extended},
        std::pair{"lucent", ReportKind::lucent}, std::pair{"conexant", ReportKind::conexant},
        std::pair{"zyxel", ReportKind::zyxel}, std::pair{"multitech", ReportKind::multitech}}) {
    CAPTURE(dialect, at::name(kind));
    const auto call = tests::read_report(kind, {}, dialect);
    CHECK_FALSE(call.end);
    CHECK_FALSE(call.number(FieldId::final_receive_rate));
    CHECK_FALSE(call.number(FieldId::final_transmit_rate));
  }
}

TEST_CASE("a report is asked for by the command that the dialect's table has") {
  for (const at::Dialect* dialect : at::dialects())
    for (const auto& report : dialect->reports) CHECK(report_asked(report.command, dialect) == report.kind);
  CHECK(report_asked("AT#UD", nullptr) == ReportKind::unimodem);
  CHECK_FALSE(report_asked("ATI6", nullptr));
  CHECK_FALSE(report_asked("AT#UD", at::find_dialect("zyxel")));
  CHECK_FALSE(report_asked("AT&V", nullptr));
}
