// The [[call]]s of a scenario: calls that come in, and what is expected of the program that answers them.
#pragma once

#include "harness/regression/called.hpp"
#include "harness/regression/read_values.hpp"

#include <vector>

namespace dialbench::regression {

inline constexpr std::size_t calls_max = 20;
inline constexpr std::size_t turns_max = 64;

// False, with what is wrong with them in `faults`, where one of them is none.
bool read_calls(const script::Entry& entry, std::vector<Called>& calls, Faults& faults);

// How `answered` and `hung_up_by` are written.
std::string_view name(emulator::CallRecord::Answer answer) noexcept;
std::string_view name(HungUpBy by) noexcept;

} // namespace dialbench::regression
