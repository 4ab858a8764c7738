// Reads a scenario. The format, whole:
//
//   name = "a busy number is busy"
//   number = "5550176"            dialled by scripts/dial.toml; or script = "login.toml", or chat =
//   "provider.chat" attempts = 2   dial_timeout = "8s"   pace = 10   dialect = "usr" [variables] of the
//   script: init = "ATZ" [modem]                       habits of the emulated modem: echo = false, line_ends
//   = "cr_only" [exchange]                    ring_cycle = "5s" [line.5550123]                kind =
//   "scripted", after = "5s"; numbers without a table are the embedded exchange's [line.other] every number
//   that neither has
//   [[line.5550123.says]]         after = "1s", bytes = "BUSY", framed = true
//   [expect]                      class, code, word, first_cause, within, not_before, dials, stale, hung_up,
//   first_class
#pragma once

#include "at/expected.hpp"
#include "harness/regression/scenario.hpp"

#include <string_view>

namespace dialbench::regression {

at::Expected<Scenario, script::Fault> read_scenario(std::string_view text, std::string_view file);

} // namespace dialbench::regression
