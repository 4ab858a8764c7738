// From evidence to outcome class and RAS codes: one table, the first row that fits wins (mapping.cpp).
#pragma once

#include "harness/evidence/outcome.hpp"

#include <vector>

namespace dialbench::evidence {

OutcomeClass classify(const Evidence& evidence) noexcept;

struct Codes {
  int code = 0; // 0: success
  std::vector<int>
      alternatives; // first the nearest; by X level and timing (causes.md R3, timing.md section 4)
};
Codes codes_for(OutcomeClass outcome, const Evidence& evidence);

// classify() and the word, put together.
Outcome conclude(Evidence evidence);
// The same where the evidence stands in the outcome already.
void conclude(Outcome& outcome);

} // namespace dialbench::evidence
