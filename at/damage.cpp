#include "at/damage.hpp"

#include "at/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace dialbench::at::detail {
namespace {

constexpr std::size_t parity_bytes_max = 256; // enough to be sure

bool has_top_bit(char c) noexcept { return (static_cast<unsigned char>(c) & 0x80U) != 0; }
bool is_line_end(char c) noexcept { return c == '\r' || c == '\n' || c == '\0'; }

// 7E1, 7O1 or mark, read as 8N1: the top bit of every byte follows from the others, or is always set.
bool has_parity(std::string_view line) noexcept {
  if (std::none_of(line.begin(), line.end(), has_top_bit)) return false;
  const auto ones = [](char c) {
    return std::popcount(static_cast<unsigned>(static_cast<unsigned char>(c)));
  };
  const bool mark = std::all_of(line.begin(), line.end(), has_top_bit);
  const bool even = std::all_of(line.begin(), line.end(), [&](char c) { return ones(c) % 2 == 0; });
  const bool odd = std::all_of(line.begin(), line.end(), [&](char c) { return ones(c) % 2 == 1; });
  return mark || even || odd;
}

Suspicion suspect_parity(std::string_view line) noexcept {
  if (!has_parity(line)) return {};
  std::array<char, parity_bytes_max> cleared;
  const std::size_t size = std::min(line.size(), cleared.size());
  std::transform(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(size), cleared.begin(),
                 [](char c) { return static_cast<char>(static_cast<unsigned char>(c) & 0x7FU); });
  const std::string_view text(cleared.data(), size);
  // The line ends had parity too, so several lines may hang together.
  for (std::size_t begin = 0; begin < size;) {
    const std::size_t end = static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_line_end) -
        text.begin());
    if (const Word* word = find_word(Canonical(text.substr(begin, end - begin))))
      return {Damage::parity, word->text};
    begin = end + 1;
  }
  // A text that is no word: six bytes in a row with the right parity by chance are one in 64, and printable
  // too.
  const bool readable =
      std::all_of(text.begin(), text.end(), [](char c) { return is_printable(c) || is_line_end(c); });
  if (size >= 6 && readable) return {Damage::parity, {}};
  return {};
}

// A word at the end of a line, behind bytes that no modem writes. Printable ones may be among them, so words
// that are long enough not to stand there by chance are looked for behind those as well.
Suspicion suspect_garbage_in_front(std::string_view line) noexcept {
  const auto last_bad =
      std::find_if(line.rbegin(), line.rend(), [](char c) { return !is_printable(c) && c != '\t'; });
  const std::string_view rest = line.substr(static_cast<std::size_t>(line.rend() - last_bad));
  if (const Word* word = find_word(Canonical(rest))) return {Damage::noise, word->text};
  for (const Word& word : words())
    if (word.form == Form::whole && word.text.size() >= 4 && word.text.size() <= rest.size() &&
        rest.substr(rest.size() - word.text.size()) == word.text)
      return {Damage::noise, word.text};
  return {};
}

// What one byte may have done to a word of two or three letters, and what is some other short word instead.
bool plausible_for_short_word(std::string_view line, std::string_view word) noexcept {
  if (line.size() != word.size()) return true;
  const auto differing = std::mismatch(line.begin(), line.end(), word.begin());
  if (differing.first == line.end()) return false;
  const auto bits_flipped = static_cast<unsigned char>(*differing.first ^ *differing.second);
  return !is_upper(*differing.first) || std::has_single_bit(static_cast<unsigned>(bits_flipped));
}

// One damaged byte leaves one of the first two bytes of a word among the first two of the line: most words
// are out of the question at once. Words have two letters at least.
bool begins_alike(std::string_view line, std::string_view word) noexcept {
  return line.size() >= 2 &&
         (line[0] == word[0] || line[1] == word[1] || line[0] == word[1] || line[1] == word[0]);
}

bool suspect_whole(std::string_view line, std::string_view word) noexcept {
  if (line.size() > word.size() + 1 || !begins_alike(line, word) || !one_byte_off(line, word)) return false;
  const bool has_digit = std::any_of(word.begin(), word.end(), is_digit); // +F5 is no damaged +F4
  return !has_digit && (word.size() > 3 || plausible_for_short_word(line, word));
}

// CONNECT, CARRIER, PROTOCOL and their kin carry a tail, which is left alone: only the word in front of it is
// compared. Where the blank itself was lost (CONNECT9600) a digit ends the word. CONNECT may stand alone. +ER
// and the like are too short: +MR and +DR are one byte away, and something else.
bool suspect_front(std::string_view line, const Word& word) noexcept {
  if (word.text.front() == '+' || !begins_alike(line, word.text)) return false;
  const std::size_t earliest = std::min(word.text.size() - 1, line.size());
  const std::size_t end =
      word.form == Form::key ? line.find(':', earliest) : line.find_first_of(" /0123456789", earliest);
  const std::string_view front = line.substr(0, end);
  if (front.size() == line.size()) return word.meaning == Meaning::connect && one_byte_off(line, word.text);
  return (front == word.text && is_digit(line[front.size()])) || one_byte_off(front, word.text);
}

Suspicion suspect_one_byte(std::string_view line) noexcept {
  for (const Word& word : words()) {
    const bool has_tail = word.form == Form::link || word.form == Form::key;
    if (word.form != Form::whole && !has_tail) continue;
    if (has_tail ? suspect_front(line, word) : suspect_whole(line, word.text))
      return {Damage::noise, word.text};
  }
  return {};
}

} // namespace

bool one_byte_off(std::string_view line, std::string_view word) noexcept {
  if (line.size() > word.size() + 1 || line.size() + 1 < word.size()) return false;
  const auto same = std::mismatch(line.begin(), line.end(), word.begin(), word.end());
  const auto front = static_cast<std::size_t>(same.first - line.begin());
  if (front == line.size() && front == word.size()) return false;
  const std::string_view line_rest = line.substr(front);
  const std::string_view word_rest = word.substr(front);
  if (line.size() == word.size()) return line_rest.substr(1) == word_rest.substr(1);
  return line.size() > word.size() ? line_rest.substr(1) == word_rest : line_rest == word_rest.substr(1);
}

Suspicion suspect(std::string_view line) noexcept {
  std::size_t odd_bytes = 0;
  std::size_t lower_case = 0;
  for (const char c : line) {
    odd_bytes += is_printable(c) || c == '\t' ? 0 : 1;
    lower_case += is_lower(c) ? 1 : 0;
  }
  if (odd_bytes > 0) {
    if (const Suspicion parity = suspect_parity(line); parity.damage != Damage::none) return parity;
    if (const Suspicion glued = suspect_garbage_in_front(line); glued.damage != Damage::none) return glued;
  }
  // A byte may have become a small letter; two small letters make it a text.
  if (lower_case < 2 || odd_bytes > 0)
    if (const Suspicion noise = suspect_one_byte(line); noise.damage != Damage::none) return noise;
  if (odd_bytes >= 2 && odd_bytes * 2 > line.size()) return {Damage::rate, {}};
  return {};
}

} // namespace dialbench::at::detail
