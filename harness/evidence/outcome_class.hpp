// Outcome classes: ours, finer than the RAS codes. The table that joins the two is outcome_class.def.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace dialbench::evidence {

enum class OutcomeClass : std::uint8_t {
#define OUTCOME(id, code, alternatives, text) id,
#include "harness/evidence/outcome_class.def"
};

struct OutcomeRow {
  OutcomeClass outcome;
  std::string_view name;         // port_in_use
  int code;                      // RAS code; 0: success, no code
  std::string_view alternatives; // "678 676": other codes that the same event has been shown as
  std::string_view text;         // one sentence: what happened
};

std::span<const OutcomeRow> outcome_rows() noexcept;
const OutcomeRow& row(OutcomeClass outcome) noexcept;
inline std::string_view name(OutcomeClass outcome) noexcept { return row(outcome).name; }
std::optional<OutcomeClass> outcome_named(std::string_view name) noexcept;
inline bool succeeded(OutcomeClass outcome) noexcept { return row(outcome).code == 0; }

// Exit status of a dial's verdict: 0 success, the code minus 600 for 602-723, 749, 752 and 770-777 except
// 664; else 255.
int exit_status(int code) noexcept;

} // namespace dialbench::evidence
