// Inside of at/last_call: the reply to ATS86?, a decimal number on a line of its own: `012`.
#pragma once

#include "at/last_call/collector.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace dialbench::at::last_call {

// The number that S86 is said to have: `S86=12`, `S86: 012`. None where the line does not name the register.
std::optional<std::string_view> s86_named(std::string_view line) noexcept;
// The first line that is a number counts; one behind it may be a numeric result code.
void read_s86(Collector& collector, std::span<const std::string_view> lines);

} // namespace dialbench::at::last_call
