// What came of a scenario against what it expects.
#pragma once

#include "harness/regression/run_scenario.hpp"
#include "harness/regression/scenario.hpp"

#include <string>
#include <vector>

namespace dialbench::regression {

// One line for each expectation that was not met: "class: expected busy, got no_answer". Empty: passed. Where
// faults drawn from a seed have acted, nobody knows what must come of it: then every attempt must have come
// to an end, and that is all.
std::vector<std::string> judge(const Scenario& scenario, const Ran& ran);

} // namespace dialbench::regression
