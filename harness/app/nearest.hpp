// The command, or the option, that a mistyped word was probably meant to be.
#pragma once

#include "harness/app/commands.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dialbench::app {

// Null where none is near: at most two letters changed, lost, added or swapped, and fewer than half of them.
const Command* nearest(std::string_view word, std::span<const Command> among);
// The same of names; empty where none is near.
std::string nearest(std::string_view word, std::span<const std::string> among);

std::size_t edits_between(std::string_view one, std::string_view other);

} // namespace dialbench::app
