// The [[faults]] of a scenario: kind and keys as harness/emulator/faults/faults.def has them.
#pragma once

#include "harness/emulator/faults/schedule.hpp"
#include "harness/script/toml_node.hpp"

namespace dialbench::regression {

// False, with the fault in `reading`, where one of them is none.
bool read_faults(const script::Entry& entry, faults::Schedule& schedule, script::Reading& reading);

} // namespace dialbench::regression
