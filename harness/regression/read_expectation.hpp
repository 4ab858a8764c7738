// The [expect] of a scenario.
#pragma once

#include "harness/regression/read_values.hpp"
#include "harness/regression/scenario.hpp"

namespace dialbench::regression {

// One entry of the table; false where a fault was added.
bool read_expectation(const script::Entry& entry, Expectation& expect, Faults& faults);

} // namespace dialbench::regression
