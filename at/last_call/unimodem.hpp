// Inside of at/last_call: AT#UD, Microsoft's Unimodem diagnostics (unimodem_keys.def).
//
//   line  = "DIAG <" token blank pair { blank pair } ">"
//   token = "2A4D3263"; others are of makers' own, and their keys are kept as unknown
//   pair  = key "=" value      key: one or two hexadecimal digits; value: hexadecimal digits, or text in
//   quotes
#pragma once

#include "at/last_call/collector.hpp"

#include <span>
#include <string_view>

namespace dialbench::at::last_call {

// Lines may be cut at either end: a pair that reaches a cut end is not believed, since 60=3 may be the
// beginning of 60=3D, and is kept as unknown.
void read_unimodem(Collector& collector, std::span<const std::string_view> lines);
// Whether the token of the specification stands in this line.
bool is_unimodem(std::string_view line) noexcept;

} // namespace dialbench::at::last_call
