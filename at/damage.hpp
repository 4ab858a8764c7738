// Inside of classify(): what a line that is no known word may have been before the line or the port damaged
// it.
#pragma once

#include "at/result.hpp"

#include <string_view>

namespace dialbench::at::detail {

struct Suspicion {
  Damage damage = Damage::none;
  std::string_view resembles; // a word of the table, or empty
};

// Looks for the reasons in the order of their certainty: parity, garbage in front of a word, one byte,
// another rate.
Suspicion suspect(std::string_view line) noexcept;

// Whether `line` becomes `word` when just one byte is changed, dropped or added.
bool one_byte_off(std::string_view line, std::string_view word) noexcept;

} // namespace dialbench::at::detail
