// Names in INF files have no case. Only ASCII letters are folded: what stands above them belongs to a code
// page that is not known.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace dialbench::at::inf {

constexpr char fold(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string folded(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), fold);
  return result;
}

inline bool same(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return fold(x) == fold(y); });
}

inline bool folded_less(std::string_view a, std::string_view b) noexcept {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return fold(x) < fold(y); });
}

// What editors and disks leave between and behind the words: NUL and the end-of-file mark of DOS too.
constexpr bool is_blank(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\0' || c == '\v' || c == '\f' || c == '\x1A';
}

constexpr std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

} // namespace dialbench::at::inf
