// [modem] of a scenario: the habits of the emulated modem.
#pragma once

#include "harness/emulator/habits.hpp"
#include "harness/regression/read_values.hpp"

namespace dialbench::regression {

// One entry of it. False, with a fault, where that is no habit (the one that was probably meant is named), or
// its value is none of that habit's.
bool read_modem(const script::Entry& entry, emulator::Habits& habits, Faults& faults);

} // namespace dialbench::regression
