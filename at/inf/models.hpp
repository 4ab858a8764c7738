// The models of a Windows modem INF file.
#pragma once

#include "at/inf/library.hpp"

namespace dialbench::at::inf {

// Longer ones fail in RAS (Q139364: 32 characters do).
inline constexpr std::size_t device_name_characters_max = 31;

// Those that say at least one response; why others are left out stands among the faults.
std::vector<Model> windows_models(Library& library, Member& member);

} // namespace dialbench::at::inf
