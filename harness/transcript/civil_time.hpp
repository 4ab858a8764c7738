// Times of day with a date, as logs write them, as seconds that can be subtracted.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dialbench::transcript {

inline constexpr std::int64_t micros_in_second = 1'000'000;

struct CivilTime {
  std::int64_t second = 0;      // since 1970, in the log's own time zone
  std::int64_t fraction = 0;    // the digits behind the point, as a number
  unsigned fraction_digits = 0; // 0 to 9
};

// The fraction as millionths of a second; what is finer is dropped.
std::int64_t micros(const CivilTime& time) noexcept;

// How a date is written. A year has four digits, everything else two (one is read too).
enum class DateOrder : std::uint8_t { year_month_day, month_day_year };

// Moves behind what is taken; nothing, and `text` somewhere in it, where that is no date or time that exists.
// A second 60 is read: leap seconds are written so.
struct CivilDate {
  std::int64_t day = 0; // since 1970
};
std::optional<CivilDate> take_date(std::string_view& text, DateOrder order, char mark) noexcept;
std::optional<CivilTime> take_clock(std::string_view& text) noexcept; // `second` counts from midnight

} // namespace dialbench::transcript
