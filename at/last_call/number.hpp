// Inside of at/last_call: numbers as the pages of modems have them.
#pragma once

#include "at/last_call/last_call.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace dialbench::at::last_call {

// Up to eight digits that count, in either case, behind `0x` or none: the whole of `text`. None where it is
// anything else.
std::optional<std::uint32_t> hexadecimal(std::string_view text) noexcept;
// Up to nine digits that count, the whole of `text`.
std::optional<std::uint32_t> decimal(std::string_view text) noexcept;

struct Measure {
  double value = 0; // in the field's unit
  bool whole = true;
  bool negative = false; // a minus stood before it
  bool positive = false; // a plus did
};

// Takes a number off the front of `text`, and the unit behind it, glued or after a blank: `26400 BPS`,
// `33.6k`,
// `-23 dBm`, `1,730`, and for rates `26 400 BIT/S`. Values in a multiple of the field's unit are converted
// (kbit/s, kHz, s for ms). None, and `text` unchanged, where no number stands there, it has more than 15
// digits, or letters that are no unit are glued to it.
std::optional<Measure> take_measure(std::string_view& text, Unit unit) noexcept;

// `00:03:21` or `03:21`, at most 9999 hours, the whole of `text`; in seconds.
std::optional<std::int64_t> clock_seconds(std::string_view text) noexcept;

} // namespace dialbench::at::last_call
