// Inside of at/last_call: how labels and words of reports are compared. Modems of one family differ in case,
// blanks, hyphens and full stops ("Round Trip Delay", "Roundtrip Delay"), so that only letters and digits
// count.
#pragma once

#include "at/characters.hpp"

#include <cstddef>
#include <string_view>

namespace dialbench::at::last_call {

using detail::is_blank;
using detail::is_digit;
using detail::is_letter;
using detail::is_letter_or_digit;
using detail::same_letters;
using detail::to_upper;

// Blanks and control bytes off both ends.
std::string_view trimmed(std::string_view text) noexcept;

// How many bytes at the front of `text` are `letters` (capitals and digits only), with at most three other
// marks of `-_./` or blanks between two of them; 0 where they are not, or where a letter follows at once.
std::size_t length_of(std::string_view letters, std::string_view text) noexcept;

// Whether `text` holds nothing but a beginning of `letters`, at least four of them and not all.
bool is_broken_off(std::string_view letters, std::string_view text) noexcept;

} // namespace dialbench::at::last_call
