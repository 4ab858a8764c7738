// What may be dialled: V.250's dial characters, no more digits than a modem takes, and no emergency number.
#pragma once

#include "at/expected.hpp"
#include "harness/evidence/outcome_class.hpp"

#include <string>
#include <string_view>

namespace dialbench::script {

struct NumberRules {
  std::string country;       // ISO 3166 two letters, lower case; empty: every country's emergency numbers are refused
  std::string prefix;        // "9," : stripped before the emergency table is asked
  bool line_simulator = false; // a declared line simulator, an emulated exchange: no emergency number exists there
};

struct NumberRefusal {
  evidence::OutcomeClass outcome = evidence::OutcomeClass::number_malformed;
  std::size_t offset = 0; // 0-based byte in `dial` that is at fault
  std::string text;       // one line for a person: what is wrong, and what is allowed
};

// `dial` is what would stand behind D, with T or P: "T9,5551234". The dial string in its clean form, or why not.
at::Expected<std::string, NumberRefusal> check_dial(std::string_view dial, const NumberRules& rules);

} // namespace dialbench::script
