// Inside of at/last_call: what the texts mean that modems give as the reason for the end of a call
// (reasons.def).
#pragma once

#include "at/last_call/last_call.hpp"

#include <optional>
#include <string_view>

namespace dialbench::at::last_call {

// None where nothing in `words` is known.
std::optional<CallEnd> end_of(std::string_view words) noexcept;

} // namespace dialbench::at::last_call
