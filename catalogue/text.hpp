// Letters and words for comparing, ASCII only: the tables are ASCII, and other bytes match nothing.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::catalogue::text {

constexpr char lower(char letter) noexcept {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

constexpr bool is_digit(char letter) noexcept { return letter >= '0' && letter <= '9'; }

constexpr bool is_word_letter(char letter) noexcept {
  return is_digit(letter) || (lower(letter) >= 'a' && lower(letter) <= 'z');
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
  return std::ranges::equal(a, b, {}, lower, lower);
}

// "NO DIAL TONE" -> no, dial, tone.
std::vector<std::string> words_of(std::string_view text);
// "NO DIAL TONE", "no-dialtone" -> nodialtone.
std::string squeezed(std::string_view text);

} // namespace dialbench::catalogue::text
