#include "at/result.hpp"

#include "at/damage.hpp"
#include "at/dialect.hpp"
#include "at/glance.hpp"
#include "at/pattern.hpp"
#include "at/words.hpp"

#include <algorithm>

namespace dialbench::at {
namespace {

using detail::Canonical;
using detail::is_blank;
using detail::is_line_end;
using detail::is_printable;
using detail::made;

// A control byte that no text needs: XON, XOFF, a bell, an S3 or S4 of somebody's own.
bool is_odd_control(char c) noexcept { return detail::is_control(c) && !is_blank(c) && !is_line_end(c); }

// The line without what stands around its text; what that was is noted.
std::string_view without_edges(std::string_view line, Slips& slips) noexcept {
  const auto drop = [&slips](char c) {
    if (is_blank(c)) slips |= bits(Slip::blanks);
    if (is_odd_control(c)) slips |= bits(Slip::odd_terminator);
    return is_blank(c) || is_odd_control(c) || is_line_end(c);
  };
  while (!line.empty() && drop(line.front())) line.remove_prefix(1);
  while (!line.empty() && drop(line.back())) line.remove_suffix(1);
  return line;
}

Result damaged(std::string_view word, const detail::Suspicion& suspicion) noexcept {
  const Meaning meaning = suspicion.resembles.empty() ? Meaning::info : Meaning::unknown_result;
  Result result = made(meaning, word, 0, suspicion.damage);
  result.resembles = suspicion.resembles;
  result.confidence = suspicion.confidence;
  return result;
}

Result numeric(int number, std::string_view text, Slips slips, const Dialect* dialect) noexcept {
  const DialectRow* const own = dialect != nullptr ? find_number(*dialect, number) : nullptr;
  const DialectRow* const row = own != nullptr ? own : find_base_number(number);
  Result result = made(row != nullptr ? row->meaning : Meaning::unknown_result, text, slips);
  result.number = number;
  result.row = own;
  result.ambiguous = row == nullptr && dialect == nullptr;
  if (row != nullptr) result.verbose = row->word;
  return result;
}

Slips with_blanks(Slips slips, const Canonical& line) noexcept {
  return line.blanks() ? static_cast<Slips>(slips | bits(Slip::blanks)) : slips;
}

// A word was recognised; what is left to say is how it was written.
Result recognised(Meaning meaning, std::string_view word, std::string_view text, const Canonical& line,
                  Slips slips) noexcept {
  const detail::Case letters = detail::letter_case(line.text().substr(0, word.size()));
  if (letters == detail::Case::one_letter_off)
    return damaged(text, {Damage::noise, word,
                          word.size() <= detail::short_word_max ? Confidence::possible : Confidence::likely});
  if (letters == detail::Case::lower) slips |= bits(Slip::lower_case);
  Result result = made(meaning, text, with_blanks(slips, line));
  // The word is whole, but not what follows it: 96\x8e00 is no rate.
  if (std::any_of(text.begin(), text.end(), [](char c) { return !is_printable(c) && c != '\t'; }) &&
      (meaning == Meaning::connect || meaning == Meaning::carrier)) {
    result.damage = Damage::noise;
    result.resembles = word;
    result.confidence = Confidence::certain;
  }
  return result;
}

// How a word of a table stands to a line in capitals: before it, behind it, or 0 for the same word.
int compared(std::string_view word, std::string_view upper) noexcept {
  const std::size_t size = std::min(word.size(), upper.size());
  for (std::size_t i = 0; i < size; ++i) {
    const auto a = static_cast<unsigned char>(detail::to_upper(word[i]));
    const auto b = static_cast<unsigned char>(upper[i]);
    if (a != b) return a < b ? -1 : 1;
  }
  return word.size() == upper.size() ? 0 : word.size() < upper.size() ? -1 : 1;
}

// The dialect's own row for a line. Its spellings are in order, the words beside its numbers are not.
const DialectRow* find_in(const Dialect& dialect, const Canonical& line) noexcept {
  const std::string_view upper = line.upper();
  const auto spelling = std::lower_bound(
      dialect.spellings.begin(), dialect.spellings.end(), upper,
      [](const DialectRow& row, std::string_view wanted) { return compared(row.word, wanted) < 0; });
  if (spelling != dialect.spellings.end() && compared(spelling->word, upper) == 0) return &*spelling;
  for (const DialectRow& row : dialect.rows)
    if (row.word.size() == upper.size() && compared(row.word, upper) == 0) return &row;
  return nullptr;
}

std::optional<Result> known(std::string_view text, Slips slips, const Context& context) noexcept {
  if (context.dialect == nullptr && (text.empty() || !detail::may_be_word(text))) return std::nullopt;
  const Canonical line(text);
  const detail::Word* word = detail::find_word(line);
  if (context.dialect != nullptr)
    if (const DialectRow* row = find_in(*context.dialect, line)) {
      // Written as the table has it, whatever letters and bytes those are: nothing is damaged.
      const bool exact = line.text() == row->word;
      Result result =
          exact ? made(row->meaning, text, with_blanks(slips, line))
                : recognised(row->meaning, word != nullptr ? word->text : row->word, text, line, slips);
      if (result.damage == Damage::none) result.row = row;
      return result;
    }
  if (context.dialect != nullptr)
    for (const DialectRow& row : context.dialect->patterns)
      if (match_pattern(row.word, line.text())) {
        Result result =
            recognised(row.meaning, word != nullptr ? word->text : std::string_view(), text, line, slips);
        if (result.damage == Damage::none) result.row = &row;
        return result;
      }
  if (word == nullptr) return std::nullopt;
  // Modulation: and its kin are written in small letters by most; that is no slip.
  Result result = recognised(word->meaning, word->text, text, line, slips);
  if (word->form == detail::Form::key) result.slips &= static_cast<Slips>(~bits(Slip::lower_case));
  return result;
}

// The word is whole, but for bytes that no modem writes there.
Result noise_around(const Result& inside, std::string_view word, std::string_view text) noexcept {
  if (inside.damage != Damage::none) return inside;
  std::string_view resembles;
  if (const detail::Word* known_word = detail::find_word(Canonical(word)))
    resembles = known_word->text;
  else if (inside.row != nullptr)
    resembles = inside.row->word;
  return damaged(text,
                 {Damage::noise, resembles,
                  resembles.size() <= detail::short_word_max ? Confidence::possible : Confidence::likely});
}

// Somebody's own S3 and S4: up to two marks on both sides, the same ones; or at one side, where the line
// lacked CR or LF. Else they are bytes that have come in between.
std::optional<Result> known_between_marks(std::string_view text, Slips slips,
                                          const Context& context) noexcept {
  using detail::is_mark;
  std::size_t front = 0;
  while (front < text.size() && is_mark(text[front])) ++front;
  std::size_t back = 0;
  while (back < text.size() - front && is_mark(text[text.size() - 1 - back])) ++back;
  const std::string_view marks_front = text.substr(0, front);
  const std::string_view marks_back = text.substr(text.size() - back);
  if (front > 2 || back > 2 || front + back == 0 || front + back >= text.size()) return std::nullopt;
  if (front > 0 && back > 0 && marks_front != marks_back) return std::nullopt;
  if (back == 0 && detail::begins_extended(marks_front.front())) return std::nullopt;
  const std::string_view inside = without_edges(text.substr(front, text.size() - front - back), slips);
  const auto result = known(inside, static_cast<Slips>(slips | bits(Slip::odd_terminator)), context);
  if (!result || (front > 0 && back > 0) || context.own_line_end) return result;
  return noise_around(*result, inside, text);
}

// Control bytes that come without harm: bells and blanks of old printers, XON and XOFF, the end of a file of
// CP/M, and what pads.
bool is_harmless(char c) noexcept {
  return std::string_view("\a\b\v\f\x11\x13\x1A\x7F").find(c) != std::string_view::npos || !is_odd_control(c);
}

// Control bytes at one side of the line only.
bool has_noise_around(std::string_view line, std::string_view text) noexcept {
  const auto begin = static_cast<std::size_t>(text.data() - line.data());
  const std::string_view front = line.substr(0, begin);
  const std::string_view back = line.substr(begin + text.size());
  const bool front_harmless = std::all_of(front.begin(), front.end(), is_harmless);
  const bool back_harmless = std::all_of(back.begin(), back.end(), is_harmless);
  return front_harmless != back_harmless;
}

// A DLE and a letter, as a modem with voice reports what it hears, where the dialect has such a row.
bool is_shielded_code(std::string_view line, std::string_view text, const Result& result) noexcept {
  constexpr char dle = '\x10';
  const auto begin = static_cast<std::size_t>(text.data() - line.data());
  return text.size() == 1 && result.row != nullptr && begin > 0 && line[begin - 1] == dle;
}

} // namespace

Result classify(std::string_view line, const Context& context) noexcept {
  if (context.dialect == nullptr)
    if (const detail::Glance seen = detail::glance(line, context.digits); seen.sure())
      return made(seen.meaning(), detail::trimmed(line), 0, seen.damage());
  return detail::look_closely(line, context);
}

std::optional<int> detail::result_number(std::string_view text) noexcept {
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size() - 1));
  if (text.size() > 3) return std::nullopt;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

Result detail::look_closely(std::string_view line, const Context& context) noexcept {
  Slips slips = 0;
  const std::string_view text = without_edges(line, slips);
  if (text.empty()) return made(Meaning::info, text, 0);
  if (context.digits == Digits::result)
    if (const std::optional<int> number = detail::result_number(text))
      return numeric(*number, text, slips, context.dialect);
  if (const std::optional<Result> result = known(text, slips, context)) {
    const bool noisy = has(slips, Slip::odd_terminator) && !context.own_line_end &&
                       !is_shielded_code(line, text, *result) && has_noise_around(line, text);
    return noisy ? noise_around(*result, text, text) : *result;
  }
  if (const std::optional<Result> result = known_between_marks(text, slips, context)) return *result;
  if (const detail::Suspicion s = detail::suspect(text, context.dialect); s.damage != Damage::none)
    return damaged(text, s);
  return made(looks_like_result(text) ? Meaning::unknown_result : Meaning::info, text, 0);
}

std::string_view name(Slip slip) noexcept {
  switch (slip) {
  case Slip::none: return "none";
  case Slip::no_line_feed: return "no_line_feed";
  case Slip::no_carriage_return: return "no_carriage_return";
  case Slip::nul: return "nul";
  case Slip::lower_case: return "lower_case";
  case Slip::unterminated: return "unterminated";
  case Slip::odd_terminator: return "odd_terminator";
  case Slip::blanks: return "blanks";
  case Slip::doubled: return "doubled";
  }
  return "none";
}

std::string_view name(Confidence confidence) noexcept {
  switch (confidence) {
  case Confidence::none: return "none";
  case Confidence::possible: return "possible";
  case Confidence::likely: return "likely";
  case Confidence::certain: return "certain";
  }
  return "none";
}

std::string_view name(Damage damage) noexcept {
  switch (damage) {
  case Damage::none: return "none";
  case Damage::parity: return "parity";
  case Damage::noise: return "noise";
  case Damage::rate: return "rate";
  }
  return "none";
}

} // namespace dialbench::at
