// A regression scenario: what is dialled, against which modem and exchange, and what must come of it.
#pragma once

#include "harness/dialect/load.hpp"
#include "harness/emulator/exchange.hpp"
#include "harness/emulator/faults/schedule.hpp"
#include "harness/emulator/habits.hpp"
#include "harness/emulator/replay/recording.hpp"
#include "harness/evidence/outcome_class.hpp"
#include "harness/regression/called.hpp"
#include "harness/script/script.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dialbench::regression {

// What must hold at the end; what is not named is not judged.
struct Expectation {
  std::optional<evidence::OutcomeClass> outcome;
  std::optional<int> code;
  std::optional<std::string> word;
  std::optional<std::string> first_cause; // a cause of the catalogue
  std::optional<Duration> within; // exchange time, from the last attempt's dial command to its verdict
  std::optional<Duration> not_before;
  std::optional<unsigned> dials;                       // that the modem carried out, over all attempts
  std::optional<unsigned> stale;                       // results of an earlier attempt that were set aside
  std::optional<bool> hung_up;                         // and proven
  std::optional<evidence::OutcomeClass> first_outcome; // of the first of several attempts
  std::optional<bool> kept;                            // of one with a recording: the dialer has kept to it
  // Of a scenario with a command:
  std::optional<unsigned> status; // its exit status; 128 + n where signal n ended it
  std::optional<bool> succeeds;   // the status is 0
  std::optional<bool> speaks;     // it said anything at all to the modem
  std::vector<std::string> sent;  // lines that it said, in this order; others may stand between them
  script::Place place;
};

struct Scenario {
  std::string name;
  std::string file;           // as it was found; messages name it
  std::string script;         // TOML script beside the scenario or in the scripts folder; empty: dial.toml
  std::string chat;           // or a chat script
  script::Place script_place; // of the name of either
  std::string command; // or a shell command, somebody else's dialer: {port}, {number}, {folder} are replaced
  dialect::Loaded dialect; // read with the scenario; a session points into it
  std::vector<script::Assignment> variables;
  emulator::Habits habits;
  emulator::Exchange exchange;
  replay::Recording replay;  // empty: the modem is emulated; else it repeats this, and there is no exchange
  bool strict = false;       // every byte of the recording and their order count
  faults::Schedule faults;   // on the way between dialer and modem
  std::vector<Called> calls; // that come in, one after the other
  Expectation expect;
  unsigned attempts = 1; // on the same port, one after the other
  std::optional<Duration> dial_timeout;
  Duration command_timeout = std::chrono::seconds(60); // real time; then the command is ended, and has failed
  double pace = 10;                                    // design, decision 13
};

// What it dials, as it is given; empty: nothing is.
inline std::string number_dialled(const Scenario& scenario) {
  for (const auto& each : scenario.variables)
    if (each.name == "number") return each.value;
  return {};
}

} // namespace dialbench::regression
