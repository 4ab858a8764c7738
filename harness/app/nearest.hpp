// The command that a mistyped word was probably meant to be.
#pragma once

#include "harness/app/commands.hpp"

#include <span>
#include <string_view>

namespace dialbench::app {

// Null where none is near: at most two letters changed, lost, added or swapped, and fewer than half of them.
const Command* nearest(std::string_view word, std::span<const Command> among);

std::size_t edits_between(std::string_view one, std::string_view other);

} // namespace dialbench::app
