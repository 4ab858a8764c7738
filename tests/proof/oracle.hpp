// What must come of a call that nothing disturbs, worked out from the far end, the X level and S7 by the
// rules of docs/emulator.md and the standard, without the modem or the session.
#pragma once

#include "harness/evidence/outcome_class.hpp"
#include "tests/proof/situation.hpp"

#include <vector>

namespace dialbench::proof {

// The classes that are right; more than one where what decides comes in the same moment as something else.
std::vector<evidence::OutcomeClass> right_classes(const Situation& situation, std::size_t call);

} // namespace dialbench::proof
