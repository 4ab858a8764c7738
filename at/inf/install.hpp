// What an install section sets in the registry: the values of its AddReg sections, after those of the
// sections that it needs.
#pragma once

#include "at/inf/library.hpp"

#include <functional>

namespace dialbench::at::inf {

inline constexpr std::size_t needs_depth_max = 16;

using Visit = std::function<void(const Member&, const Value&)>;

// Calls `visit` for each value in the order in which Windows would set it; each section counts once. A
// section that is named and not there is a fault of the line that names it.
void each_value(Library& library, Member& member, Sections::Id install_section, const Visit& visit);

// The sections that install the model, the likeliest first: [name] itself, then [name.NT], [name.NTx86] ...
std::vector<Sections::Id> install_sections(const Member& member, std::string_view name);

} // namespace dialbench::at::inf
