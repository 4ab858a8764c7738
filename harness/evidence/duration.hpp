// The one spelling of a duration, for options, scripts and reports: 1.5s, 300ms, 1m30s, 2h. A bare number is
// seconds.
#pragma once

#include "harness/evidence/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::evidence {

// Nothing where the text is no duration, is negative, or is longer than duration_max.
std::optional<Duration> parse_duration(std::string_view text);
inline constexpr Duration duration_max = std::chrono::hours(24);

// 31.4 s, 0.3 s, 2 min 5 s: as a report shows it; tenths below a minute.
std::string shown(Duration duration);
// 31.4s, 300ms, 2m5s: as an option would be written.
std::string spelled(Duration duration);

} // namespace dialbench::evidence
