// Inside of classify(): the table of result words (words.def) and how a line is compared with it.
#pragma once

#include "at/meaning.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace dialbench::at::detail {

enum class Form : std::uint8_t { whole, counted, link, key, field, open };

struct Word {
  Form form;
  std::string_view text;
  Meaning meaning;
};

// In the order of words.def.
std::span<const Word> words() noexcept;

// A line in the form in which words are compared: the outer blanks gone, inner ones single, with and without
// its case. Only the first bytes of a long line are kept: all words are shorter.
class Canonical {
 public:
  static constexpr std::size_t size_max = 96;

  explicit Canonical(std::string_view line) noexcept;
  [[nodiscard]] std::string_view upper() const noexcept { return {upper_.data(), size_}; }
  [[nodiscard]] std::string_view text() const noexcept { return {text_.data(), size_}; }
  [[nodiscard]] bool blanks() const noexcept { return blanks_; } // more blanks stood there than these

 private:
  std::array<char, size_max> upper_;
  std::array<char, size_max> text_;
  std::size_t size_ = 0;
  bool blanks_ = false;
};

// The word that `line` is, in one of the six forms; null where it is none.
const Word* find_word(const Canonical& line) noexcept;
// Whether some word begins with this letter, in either case: most lines of text need no closer look.
bool may_begin_word(char first) noexcept;

// How the letters of a word were written. Nobody writes `BuSY`: one letter of the other case is a flipped
// bit.
enum class Case : std::uint8_t { upper, lower, one_letter_off };
Case letter_case(std::string_view word) noexcept;

constexpr char to_upper(char c) noexcept {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
constexpr bool is_printable(char c) noexcept { return c >= 0x20 && c < 0x7F; }

} // namespace dialbench::at::detail
