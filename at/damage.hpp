// Inside of classify(): what a line that is no known word may have been before the line or the port damaged
// it.
#pragma once

#include "at/result.hpp"
#include "at/words.hpp"

#include <string_view>

namespace dialbench::at::detail {

struct Suspicion {
  Damage damage = Damage::none;
  std::string_view resembles; // a word of the table or of the dialect, or empty
  Confidence confidence = Confidence::none;
};

// Looks for the reasons in the order of their certainty: parity, top bits, one byte or garbage in front of a
// word, another rate. Every word of the table is compared; at/glance.hpp says which lines need none of that.
// Where none of them is like the line, the words of the dialect are.
Suspicion suspect(std::string_view line, const Dialect* dialect = nullptr) noexcept;

// Whether damage can be told from a dialect's own word: it is long enough, and has no digits.
bool is_told_when_damaged(std::string_view word) noexcept;

// Whether `line` becomes `word` when just one byte is changed, dropped or added.
bool one_byte_off(std::string_view line, std::string_view word) noexcept;

// Whether `line` is `word` with one byte changed, lost or inserted in it, and with a tail that fits behind
// it. False for words with digits in them: another digit makes another word.
bool is_damaged(std::string_view line, const Word& word) noexcept;

// 7E1, 7O1 or mark, read as 8N1: the top bit of every byte follows from the others, or is always set, and
// some top bit is set. Stops at the first eight bytes that show that it is not so.
bool has_parity(std::string_view line) noexcept;

// Two small letters among the first five bytes make a line a text, and AT makes it the echo of a command: one
// damaged byte is not looked for there.
bool is_plainly_text(std::string_view line) noexcept;

// The words that are compared as a whole, or with up to one blank in front of their sign, so that a short
// text does not look like many of them.
inline constexpr std::size_t short_word_max = 3;

} // namespace dialbench::at::detail
