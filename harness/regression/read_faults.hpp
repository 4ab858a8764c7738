// The [[faults]] of a scenario: kind and keys as harness/emulator/faults/faults.def has them.
#pragma once

#include "harness/emulator/faults/schedule.hpp"
#include "harness/regression/read_values.hpp"

namespace dialbench::regression {

// False, with what is wrong with them in `found`, where one of them is none.
bool read_faults(const script::Entry& entry, faults::Schedule& schedule, Faults& found);

} // namespace dialbench::regression
