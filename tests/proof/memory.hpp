// How much memory the program has allocated, counted by its own operator new.
#pragma once

#include <cstddef>

namespace dialbench::proof {

std::size_t live_bytes() noexcept;
// The most since the last call of reset_peak().
std::size_t peak_bytes() noexcept;
void reset_peak() noexcept;

} // namespace dialbench::proof
