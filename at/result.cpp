#include "at/result.hpp"

#include "at/damage.hpp"
#include "at/dialect.hpp"
#include "at/words.hpp"

#include <algorithm>

namespace dialbench::at {
namespace {

using detail::Canonical;
using detail::is_digit;
using detail::is_lower;
using detail::is_printable;
using detail::is_upper;

bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }
bool is_line_end(char c) noexcept { return c == '\r' || c == '\n' || c == '\0'; }
// A control byte that no text needs: XON, XOFF, a bell, an S3 or S4 of somebody's own.
bool is_control(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && !is_blank(c) && !is_line_end(c)) || byte == 0x7F;
}

// The line without what stands around its text; what that was is noted.
std::string_view trimmed(std::string_view line, Slips& slips) noexcept {
  const auto drop = [&slips](char c) {
    if (is_blank(c)) slips |= bits(Slip::blanks);
    if (is_control(c)) slips |= bits(Slip::odd_terminator);
    return is_blank(c) || is_control(c) || is_line_end(c);
  };
  while (!line.empty() && drop(line.front())) line.remove_prefix(1);
  while (!line.empty() && drop(line.back())) line.remove_suffix(1);
  return line;
}

Result made(Meaning meaning, std::string_view word, Slips slips) noexcept {
  Result result;
  result.meaning = meaning;
  result.role = role(meaning);
  result.word = word;
  result.slips = slips;
  return result;
}

Result damaged(Meaning meaning, std::string_view word, Damage damage, std::string_view resembles) noexcept {
  Result result = made(meaning, word, 0);
  result.damage = damage;
  result.resembles = resembles;
  return result;
}

// The number that a numeric result is; leading zeros (000) mean nothing. The largest known one has three
// digits.
std::optional<int> number_of(std::string_view text) noexcept {
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size() - 1));
  if (text.size() > 3) return std::nullopt;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

Result numeric(int number, std::string_view text, Slips slips, const Dialect* dialect) noexcept {
  const DialectRow* row = dialect != nullptr ? find_number(*dialect, number) : nullptr;
  if (row == nullptr) row = find_base_number(number);
  Result result = made(row != nullptr ? row->meaning : Meaning::unknown_result, text, slips);
  result.number = number;
  result.ambiguous = row == nullptr && dialect == nullptr;
  if (row != nullptr) result.verbose = row->word;
  return result;
}

// A word was recognised; what is left to say is how it was written.
Result recognised(Meaning meaning, std::string_view word, std::string_view text, const Canonical& line,
                  Slips slips) noexcept {
  const detail::Case letters = detail::letter_case(line.text().substr(0, word.size()));
  if (letters == detail::Case::one_letter_off)
    return damaged(Meaning::unknown_result, text, Damage::noise, word);
  if (letters == detail::Case::lower) slips |= bits(Slip::lower_case);
  if (line.blanks()) slips |= bits(Slip::blanks);
  Result result = made(meaning, text, slips);
  // The word is whole, but not what follows it: 96\x8e00 is no rate.
  if (std::any_of(text.begin(), text.end(), [](char c) { return !is_printable(c) && c != '\t'; }) &&
      (meaning == Meaning::connect || meaning == Meaning::carrier)) {
    result.damage = Damage::noise;
    result.resembles = word;
  }
  return result;
}

const DialectRow* find_in(const Dialect& dialect, const Canonical& line) noexcept {
  const std::string_view upper = line.upper();
  for (const DialectRow& row : dialect.rows)
    if (row.word.size() == upper.size() &&
        std::equal(upper.begin(), upper.end(), row.word.begin(),
                   [](char a, char b) { return a == detail::to_upper(b); }))
      return &row;
  return nullptr;
}

std::optional<Result> known(std::string_view text, Slips slips, const Context& context) noexcept {
  if (context.dialect == nullptr && (text.empty() || !detail::may_begin_word(text.front())))
    return std::nullopt;
  const Canonical line(text);
  const detail::Word* word = detail::find_word(line);
  if (context.dialect != nullptr)
    if (const DialectRow* row = find_in(*context.dialect, line))
      return recognised(row->meaning, word != nullptr ? word->text : row->word, text, line, slips);
  if (word == nullptr) return std::nullopt;
  // Modulation: and its kin are written in small letters by most; that is no slip.
  Result result = recognised(word->meaning, word->text, text, line, slips);
  if (word->form == detail::Form::key) result.slips &= static_cast<Slips>(~bits(Slip::lower_case));
  return result;
}

// Somebody's own S3 and S4: up to two marks in front, behind, or the same ones on both sides. Full stops and
// the like end sentences; a single mark of those that begin extended results (V.250 5.4.4) is part of the
// word.
std::optional<Result> known_between_marks(std::string_view text, Slips slips,
                                          const Context& context) noexcept {
  const auto is_mark = [](char c) {
    return is_printable(c) && c != ' ' && !is_digit(c) && !is_upper(c) && !is_lower(c) &&
           std::string_view(".,:;?()").find(c) == std::string_view::npos;
  };
  std::size_t front = 0;
  while (front < text.size() && is_mark(text[front])) ++front;
  std::size_t back = 0;
  while (back < text.size() - front && is_mark(text[text.size() - 1 - back])) ++back;
  const std::string_view marks_front = text.substr(0, front);
  const std::string_view marks_back = text.substr(text.size() - back);
  if (front > 2 || back > 2 || front + back == 0 || front + back >= text.size()) return std::nullopt;
  if (front > 0 && back > 0 && marks_front != marks_back) return std::nullopt;
  if (back == 0 && std::string_view("+-#%*^$&\\@").find(marks_front.front()) != std::string_view::npos)
    return std::nullopt;
  return known(text.substr(front, text.size() - front - back),
               static_cast<Slips>(slips | bits(Slip::odd_terminator)), context);
}

// Written as result codes are: some words in capitals. An echoed command is none.
bool looks_like_result(std::string_view text) noexcept {
  if (text.size() < 3 || text.size() > 40 || text.substr(0, 2) == "AT") return false;
  std::size_t letters = 0;
  std::size_t words = 1;
  for (const char c : text) {
    if (!is_upper(c) && c != ' ' && c != '-' && c != ',' && c != '/') return false;
    letters += is_upper(c) ? 1 : 0;
    words += c == ' ' ? 1 : 0;
  }
  return is_upper(text.front()) && letters >= 3 && words <= 6;
}

} // namespace

Result classify(std::string_view line, const Context& context) noexcept {
  Slips slips = 0;
  const std::string_view text = trimmed(line, slips);
  if (text.empty()) return made(Meaning::info, text, 0);
  if (context.digits == Digits::result)
    if (const std::optional<int> number = number_of(text))
      return numeric(*number, text, slips, context.dialect);
  if (const std::optional<Result> result = known(text, slips, context)) return *result;
  if (const std::optional<Result> result = known_between_marks(text, slips, context)) return *result;
  if (const detail::Suspicion s = detail::suspect(text); s.damage != Damage::none)
    return damaged(s.resembles.empty() ? Meaning::info : Meaning::unknown_result, text, s.damage,
                   s.resembles);
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
