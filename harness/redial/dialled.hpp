// What is remembered of an attempt: enough for the redial rules, no more.
#pragma once

#include "harness/evidence/outcome_class.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace dialbench::redial {

// One attempt whose dial command was sent (evidence::Evidence::dialled); one that was refused before that is
// none.
struct Dialled {
  std::string number;    // digits only, see digits_of()
  std::int64_t at_s = 0; // when it ended, in seconds since 1970: the rules count their gaps from hanging up
  evidence::OutcomeClass outcome = evidence::OutcomeClass::completed;
  bool manual = false; // a person typed the number; retries, repeats and campaigns are automatic
  friend bool operator==(const Dialled&, const Dialled&) = default;
};

// What is older is forgotten, by the rules and by the store. "For good" in a rule lasts as long as this
// memory.
inline constexpr std::chrono::seconds memory = std::chrono::hours(24);

// An entry of the future was written before the clock was set back, and counts as of now; one that lies
// further ahead than the memory reaches is the trace of a wrong clock, and would block its number for as long
// as that was wrong.
constexpr bool remembered(std::int64_t at_s, std::int64_t now_s) noexcept {
  return at_s > now_s - memory.count() && at_s < now_s + memory.count();
}

} // namespace dialbench::redial
