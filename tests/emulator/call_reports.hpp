// A call that was, and the reports of it read back.
#pragma once

#include "harness/emulator/reports.hpp"
#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

#include <string_view>

namespace dialbench::tests {

using namespace std::chrono_literals;

inline emulator::CallLog finished_call(at::CallEnd why) {
  emulator::Link link;
  link.transmit = 31200;
  link.receive = 28800;
  link.modulation = "V34";
  link.error_control = link.protocol_word = "LAPM";
  link.compression = "V42B";
  link.compression_word = "V.42BIS";
  emulator::CallLog log;
  log.begin(10s, false);
  log.connect(30s, link, "CONNECT 28800");
  log.sent(2210);
  log.received(81344);
  log.end(30s + 3725s, why);
  return log;
}

inline at::LastCall read_report(at::ReportKind kind, const emulator::CallLog& log, std::string_view dialect,
                                bool cleared = false) {
  emulator::Habits habits;
  habits.dialect = at::find_dialect(dialect);
  const emulator::Settings settings = emulator::factory_settings(habits);
  return read(kind, emulator::report_page(kind, {log, settings, habits, cleared, 5000s}));
}

} // namespace dialbench::tests
