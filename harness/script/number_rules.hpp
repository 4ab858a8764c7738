// What may be dialled: V.250's dial characters, no more digits than a modem takes, and no emergency number.
//
// Bytes and length are checked first (at/dial_string.hpp). Then the digits are asked whether they reach an
// emergency service (emergency.hpp says how the table is read); where they might, the number is refused
// rather than dialled.
#pragma once

#include "at/expected.hpp"
#include "harness/evidence/outcome_class.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::at {
struct Dialect;
}

namespace dialbench::script {

struct NumberRules {
  std::string
      country;        // ISO 3166 two letters; empty or unknown: every country's emergency numbers are refused
  std::string prefix; // "9," : the emergency table is asked without it and with it
  bool line_simulator =
      false; // a declared line simulator, an emulated exchange: no emergency number exists there
  const at::Dialect* dialect = nullptr; // how long a number its modem takes; null: not known
};

struct NumberRefusal {
  evidence::OutcomeClass outcome = evidence::OutcomeClass::number_malformed;
  std::size_t offset = 0; // 0-based byte in `dial` that is at fault
  std::string text;       // one line for a person: what is wrong, and what is allowed
};

// `dial` is what would stand behind D, with T or P: "T9,5551234". The dial string in its clean form
// (capitals, without the characters that take no time), or why not.
at::Expected<std::string, NumberRefusal> check_dial(std::string_view dial, const NumberRules& rules);

// The dial command in what is about to be sent, whichever way it is written: every line of it (CR and LF end
// one) is read by at::dial_part. Nothing where nothing in it dials.
struct SentDial {
  std::string dial;                     // behind D, as written, without the `;`
  bool stay_in_command_mode = false;    // a `;` ended it
  std::optional<NumberRefusal> refusal; // its offset counts in `sent`
};
std::optional<SentDial> check_sent(std::string_view sent, const NumberRules& rules);

} // namespace dialbench::script
