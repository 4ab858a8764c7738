#include "at/words.hpp"

#include "at/link_tokens.hpp"
#include "at/word_table.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace dialbench::at::detail {
namespace {

constexpr bool well_written() {
  for (const Word& word : word_table) {
    if (word.text.size() < 2 || word.text.size() > 32) return false;
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      if (!is_printable(word.text[i]) || is_lower(word.text[i])) return false;
      const bool edge = i == 0 || i + 1 == word.text.size();
      if (word.text[i] == ' ' && (edge || word.text[i + 1] == ' ')) return false;
    }
  }
  return true;
}
static_assert(well_written(), "words are in capitals with single blanks");
static_assert(word_table.size() < 255);

constexpr WordIndex make_index() {
  WordIndex index;
  std::array<std::size_t, word_table.size()> start{};
  for (std::size_t row = 0; row < word_table.size(); ++row) {
    start[row] = start_of(word_table[row].text[0], word_table[row].text[1]);
    ++index.begin[start[row] + 1];
  }
  for (std::size_t i = 0; i < starts; ++i)
    index.begin[i + 1] = static_cast<std::uint8_t>(index.begin[i + 1] + index.begin[i]);
  auto next = index.begin;
  for (std::size_t row = 0; row < word_table.size(); ++row)
    index.rows[next[start[row]]++] = static_cast<std::uint8_t>(row);
  return index;
}
constexpr WordIndex constant_index = make_index();

// What stands between the parts of a tail.
constexpr bool separates_parts(char c) noexcept {
  switch (c) {
  case ' ':
  case '/':
  case ':':
  case ';':
  case ',':
  case '(': return true;
  default: return false;
  }
}

constexpr std::string_view without_blanks_in_front(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

// Behind a counted word: a single letter, or digits and what stands between numbers.
constexpr bool fits_counted(std::string_view tail) noexcept {
  const std::string_view count = without_blanks_in_front(tail);
  if (count.size() == 1 && is_upper(count.front())) return count.size() < tail.size();
  const bool has_digit = std::any_of(count.begin(), count.end(), is_digit);
  return has_digit && std::all_of(count.begin(), count.end(),
                                  [](char c) { return is_digit(c) || is_one_of(c, " :;,./-()*#+"); });
}

constexpr auto failures = std::to_array<std::string_view>(
    {"FAIL", "FAILED", "FAILS", "FAILURE", "TIMEOUT", "REFUSED", "ABORT", "ABORTED", "REJECTED", "LOST",
     "CLOSED", "DENIED", "INCOMPLETE", "UNAVAILABLE", "DISCONNECTED", "CANCELED", "CANCELLED"});

// A result by which a call fails; behind CONNECT it is one whose line end was lost.
constexpr bool is_failing(Meaning meaning) noexcept {
  switch (meaning) {
  case Meaning::command_error:
  case Meaning::fcerror:
  case Meaning::no_carrier:
  case Meaning::no_dialtone:
  case Meaning::line_in_use:
  case Meaning::busy:
  case Meaning::no_answer:
  case Meaning::blacklisted:
  case Meaning::delayed: return true;
  default: return false;
  }
}

// The cause of a failure as ISDN adapters add it: 91, 3490, E0012.
constexpr bool is_cause(std::string_view text) noexcept {
  return !text.empty() && text.size() <= 5 && std::any_of(text.begin(), text.end(), is_digit) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'A' && c <= 'F'); });
}

// NO CARRIER/E0010, BUSY 91, NO CARRIER:RECEIVED NO RESPONSE, and NO CARRIER 2 bbs.example.com:6400 of modems
// that dial hosts.
constexpr bool fits_failure(Meaning meaning, std::string_view tail) noexcept {
  if (tail.size() < 2) return false;
  if (tail.front() == ':') return true;
  if (tail.front() != '/' && tail.front() != ' ') return false;
  const std::size_t end = std::min(tail.find(' ', 1), tail.size());
  return is_cause(tail.substr(1, end - 1)) && (end == tail.size() || meaning == Meaning::no_carrier);
}

// Behind a whole word: nothing, dots (DIALING...), or a remark in brackets; behind a failure its cause.
constexpr bool fits_whole(Meaning meaning, std::string_view tail) noexcept {
  if (tail.empty()) return true;
  if (tail.size() >= 2 && tail.find_first_not_of('.') == std::string_view::npos) return true;
  if (tail.size() > 3 && tail.substr(0, 2) == " (" && tail.back() == ')') return true;
  const bool has_causes = meaning == Meaning::no_carrier || meaning == Meaning::busy ||
                          meaning == Meaning::no_dialtone || meaning == Meaning::no_answer;
  return has_causes && fits_failure(meaning, tail);
}

// 33600BUSY, 9600/ARQNO CARRIER.
constexpr const Word* failure_in(std::string_view tail) noexcept {
  if (tail.empty() || !is_one_of(tail.back(), "RYEDT")) return nullptr; // as these words end
  for (const Word& word : word_table) {
    const std::size_t size = word.text.size();
    if (word.form != Form::whole || size < 4 || !is_failing(word.meaning) || tail.size() <= size) continue;
    const std::string_view before = tail.substr(0, tail.size() - size);
    const bool negated = before.size() >= 2 && before.substr(before.size() - 2) == "NO"; // NOERROR
    if (is_letter_or_digit(before.back()) && !negated && tail.substr(before.size()) == word.text)
      return &word;
  }
  return nullptr;
}

// What stands behind CONNECT where there was no connection: `rest` begins with `token`.
constexpr bool is_failure(std::string_view token, std::string_view rest) noexcept {
  if (token == "ERROR" && rest.substr(token.size(), 3) == " CO") return false; // ERROR CORRECTING, CONTROL
  if (is_one_of(token.front(), "ACDFILRTU") &&                                 // most tokens end here
      std::find(failures.begin(), failures.end(), token) != failures.end())
    return true;
  if (rest.size() < 2) return false;
  for (const std::uint8_t row : constant_index.starting(start_of(rest[0], rest[1]))) {
    const Word& word = word_table[row];
    const std::size_t size = word.text.size();
    if (word.form == Form::whole && is_failing(word.meaning) && rest.substr(0, size) == word.text &&
        (rest.size() == size || separates_parts(rest[size])))
      return true;
  }
  return false;
}

// Where a sentence goes on: CONNECT TO HOST.
constexpr bool is_of_a_sentence(std::string_view token) noexcept {
  return token == "TO" || token == "FROM" || token == "THE" || token == "WITH" || token == "A";
}

bool is_rate(std::string_view token) noexcept {
  const Token whole(token, ' ', false); // the number's unit is a part of it
  const auto number = number_of(whole);
  return number && number->value >= rate_min && is_rate_unit(number->unit);
}

// V32bis, x2, K56flex: half of the makers write such a name partly in small letters.
bool names_a_link(std::string_view token) noexcept {
  while (const auto part = next_token(token)) {
    const LinkWord* const word = find_link_word(part->text());
    const bool name =
        word != nullptr && (word->kind == LinkKind::modulation || word->kind == LinkKind::protocol ||
                            word->kind == LinkKind::compression || word->kind == LinkKind::level);
    if (name || level_of(part->text())) return true;
  }
  return false;
}

// Behind CONNECT and CARRIER: rates and the names of modulations and protocols, of which vendors invent more.
// So what is asked is whether the rest is written like such a list: it begins with a rate or a slash, a rate
// stands behind names, or it is short and all of names. A name is what link_words.def knows, or what is in
// capitals. CARRIER needs something behind it.
constexpr bool fits_link(const Word& word, std::string_view tail, std::string_view as_written) noexcept {
  if (tail.empty()) return word.meaning == Meaning::connect;
  if (failure_in(tail) != nullptr) return false;
  const bool dash = tail.front() == '-' && tail.size() > 1 && is_digit(tail[1]); // CONNECT-9600
  if (!dash && !separates_parts(tail.front())) return false;
  int tokens = 0;
  bool names = true; // so far
  bool rate_behind_names = false;
  std::string_view first;
  for (std::size_t at = dash ? 1 : 0; at < tail.size();) {
    std::size_t begin = at;
    while (begin < tail.size() && separates_parts(tail[begin])) ++begin;
    if (begin == tail.size()) break;
    std::size_t end = begin;
    while (end < tail.size() && !separates_parts(tail[end])) ++end;
    const std::string_view token = tail.substr(begin, end - begin);
    if (is_failure(token, tail.substr(begin))) return false;
    if (is_of_a_sentence(token) && !is_digit(first.empty() ? token.front() : first.front())) return false;
    if (tokens++ == 0) first = token;
    if (names && !is_digit(first.front())) {
      const std::string_view written = as_written.substr(begin, end - begin);
      names = std::none_of(written.begin(), written.end(), is_lower) || names_a_link(token);
      rate_behind_names = rate_behind_names || (names && is_rate(token));
    }
    at = end;
  }
  if (first.empty()) return word.meaning == Meaning::connect;
  if (is_digit(first.front())) return true;
  if (word.meaning == Meaning::carrier)
    return first.substr(0, 8) == "TRANSMIT" || first.substr(0, 7) == "RECEIVE" || first == "TX" ||
           first == "RX";
  return tail.front() == '/' || tokens == 1 || rate_behind_names || (names && tokens <= 4);
}

constexpr bool fits_form(const Word& word, std::string_view tail, std::string_view as_written) noexcept {
  switch (word.form) {
  case Form::whole: return fits_whole(word.meaning, tail);
  case Form::counted: return fits_counted(tail);
  case Form::link: return fits_link(word, tail, as_written);
  case Form::key: return without_blanks_in_front(tail).substr(0, 1) == ":";
  case Form::field: return without_blanks_in_front(tail).substr(0, 1) == "=";
  case Form::open: return tail.empty() || is_one_of(tail.front(), " <");
  }
  return false;
}

// The first word that a line in capitals with single blanks is.
constexpr const Word* first_fitting(std::string_view upper, std::string_view as_written) noexcept {
  if (upper.size() < 2) return nullptr;
  for (const std::uint8_t row : constant_index.starting(start_of(upper[0], upper[1]))) {
    const Word& word = word_table[row];
    if (upper.substr(0, word.text.size()) == word.text &&
        fits_form(word, upper.substr(word.text.size()), as_written.substr(word.text.size())))
      return &word;
  }
  return nullptr;
}

// Gives each row its slot under this multiplier; false where two rows want the same one.
constexpr bool place(ExactWords& words, std::uint64_t multiplier, std::uint8_t unused) {
  words.multiplier = multiplier;
  words.row_of.fill(unused);
  for (std::size_t row = 0; row < word_table.size(); ++row) {
    const ExactWords::Row& each = words.rows[row];
    if (each.size > word_table[row].text.size()) continue;
    std::uint8_t& here = words.row_of[words.slot(each.front, each.back, each.size)];
    if (here != unused) return false;
    here = static_cast<std::uint8_t>(row);
  }
  return true;
}

// Made from the rows themselves: what first_fitting says of a row's bare text is what the table says.
constexpr ExactWords make_exact() {
  ExactWords words;
  for (std::size_t row = 0; row < word_table.size(); ++row) {
    const std::string_view text = word_table[row].text;
    if (first_fitting(text, text) != &word_table[row]) continue;
    words.rows[row] = {front_of(text.data(), text.size()), back_of(text.data(), text.size()),
                       static_cast<std::uint32_t>(text.size()), word_table[row].meaning};
  }
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
  for (std::uint64_t multiplier = golden; !place(words, multiplier, word_table.size());)
    multiplier += golden << 1;
  return words;
}
static_assert(word_table.size() < ExactWords::rows_max, "and one row that no text is");

} // namespace

constinit const WordIndex word_index = constant_index;
constinit const ExactWords exact_words = make_exact();

std::span<const Word> words() noexcept { return word_table; }

bool fits(const Word& word, std::string_view upper, std::string_view as_written) noexcept {
  return fits_form(word, upper, as_written);
}

const Word* find_word(const Canonical& line) noexcept { return first_fitting(line.upper(), line.text()); }

const Word* failure_at_end(std::string_view tail) noexcept { return failure_in(tail); }

bool is_text_of(std::size_t row, std::string_view text) noexcept { return word_table[row].text == text; }

Canonical::Canonical(std::string_view line) noexcept {
  bool blank_before = true; // at the front: blanks there are dropped
  for (const char c : line) {
    if (size_ == size_max) break;
    const bool blank = c == ' ' || c == '\t';
    if (blank && blank_before) {
      blanks_ = true;
      continue;
    }
    blank_before = blank;
    text_[size_] = blank ? ' ' : c;
    upper_[size_] = blank ? ' ' : to_upper(c);
    ++size_;
  }
  if (size_ > 0 && upper_[size_ - 1] == ' ') {
    --size_;
    blanks_ = true;
  }
}

Case letter_case(std::string_view word) noexcept {
  std::size_t uppers = 0;
  std::size_t lowers = 0;
  bool natural = true; // a capital stands only where a word begins
  bool inside = false;
  for (const char c : word) {
    const bool letter = is_upper(c) || is_lower(c);
    uppers += is_upper(c) ? 1 : 0;
    lowers += is_lower(c) ? 1 : 0;
    if (inside && is_upper(c)) natural = false;
    inside = letter;
  }
  if (lowers == 0) return Case::upper;
  return !natural && (lowers == 1 || uppers == 1) ? Case::one_letter_off : Case::lower;
}

} // namespace dialbench::at::detail
