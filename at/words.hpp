// Inside of classify(): the table of result words (words.def) and how a line is compared with it.
#pragma once

#include "at/bytes.hpp"
#include "at/characters.hpp"
#include "at/meaning.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
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
// Whether what stands behind `word` in a line is what the word's form allows there: `upper` in capitals,
// `as_written` as it came, both with single blanks.
bool fits(const Word& word, std::string_view upper, std::string_view as_written) noexcept;

// The failure that the text behind a CONNECT ends in where the line end between them was lost (33600BUSY);
// null where it ends in none.
const Word* failure_at_end(std::string_view tail) noexcept;

// The first two bytes of a word, whatever their case: few lines of text begin with the same. A number below
// `starts`; the bits that tell small letters and top bits are left out, so some other pairs share it.
inline constexpr std::size_t starts = 4096;
constexpr std::size_t start_of(char first, char second) noexcept {
  const auto six_bits = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte & 0x40U) >> 1 | (byte & 0x1FU);
  };
  return six_bits(first) << 6 | six_bits(second);
}
// Rows of words() by their start; those of one start in the order of words.def.
struct WordIndex {
  std::array<std::uint8_t, 256> rows{};
  std::array<std::uint8_t, starts + 1> begin{};

  [[nodiscard]] constexpr std::span<const std::uint8_t> starting(std::size_t start) const noexcept {
    return {rows.data() + begin[start], rows.data() + begin[start + 1]};
  }
};
extern const WordIndex word_index;

// Whether `text`, without blanks around it, may be a word in some form; most lines may not.
inline bool may_be_word(std::string_view text) noexcept {
  if (text.size() < 2) return false;
  const char second = text[1] == '\t' ? ' ' : text[1]; // as a canonical line has it
  return !word_index.starting(start_of(text[0], second)).empty();
}

// The bare texts, for one look each: a text's slot says which row it would have to be.
struct ExactWords {
  static constexpr std::size_t slots = 2048;
  static constexpr std::size_t rows_max = 128;

  struct Row {
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    std::uint32_t size = ~std::uint32_t{0}; // of no text: a row that is never asked for by its bare text
    Meaning meaning = Meaning::info;
  };

  // First and last eight bytes (front_of, back_of) and the length: they tell short texts apart wholly.
  [[nodiscard]] constexpr std::size_t slot(std::uint64_t front, std::uint64_t back,
                                           std::size_t size) const noexcept {
    return ((front ^ std::rotl(back, 23) ^ size) * multiplier) >> 53;
  }

  std::uint64_t multiplier = 0; // with which no two texts share a slot
  std::array<std::uint8_t, slots> row_of{};
  std::array<Row, rows_max> rows{};
};
extern const ExactWords exact_words;
bool is_text_of(std::size_t row, std::string_view text) noexcept;

// The meaning of a line that is just a word as words.def writes it, so that there is nothing to report of its
// form. Null where the line is something else, or a word with something behind it.
inline const Meaning* find_exact(std::string_view text, std::uint64_t front, std::uint64_t back) noexcept {
  const std::size_t number = exact_words.row_of[exact_words.slot(front, back, text.size())];
  const ExactWords::Row& row = exact_words.rows[number];
  if (((row.front ^ front) | (row.back ^ back) | (row.size ^ text.size())) != 0) return nullptr;
  if (text.size() > 16 && !is_text_of(number, text)) return nullptr;
  return &row.meaning;
}

// How the letters of a word were written. Nobody writes `BuSY`: one letter of the other case is a flipped
// bit.
enum class Case : std::uint8_t { upper, lower, one_letter_off };
Case letter_case(std::string_view word) noexcept;

// What somebody may have set as S3 or S4 and what no text begins or ends with. Full stops and the like end
// sentences.
constexpr bool is_mark(char c) noexcept {
  return is_printable(c) && c != ' ' && !is_digit(c) && !is_upper(c) && !is_lower(c) &&
         std::string_view(".,:;?()").find(c) == std::string_view::npos;
}
// A single mark of those that begin extended results (V.250 5.4.4) is part of the word.
constexpr bool begins_extended(char c) noexcept {
  return std::string_view("+-#%*^$&\\@").find(c) != std::string_view::npos;
}

} // namespace dialbench::at::detail
