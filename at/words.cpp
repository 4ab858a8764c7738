#include "at/words.hpp"

#include <algorithm>
#include <cstdint>

namespace dialbench::at::detail {
namespace {

constexpr auto table = std::to_array<Word>({
#define WORD(form, text, meaning) {Form::form, text, Meaning::meaning},
#include "at/words.def"
});

constexpr bool well_written() {
  for (const Word& word : table) {
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
static_assert(table.size() < 256);

// The rows sorted by their first letter, and where each letter begins.
struct Index {
  std::array<std::uint8_t, table.size()> rows{};
  std::array<std::uint8_t, 129> begin{};
};

constexpr Index make_index() {
  Index index;
  std::size_t filled = 0;
  for (std::size_t letter = 0; letter < 128; ++letter) {
    index.begin[letter] = static_cast<std::uint8_t>(filled);
    for (std::size_t row = 0; row < table.size(); ++row)
      if (static_cast<std::size_t>(table[row].text.front()) == letter)
        index.rows[filled++] = static_cast<std::uint8_t>(row);
  }
  index.begin[128] = static_cast<std::uint8_t>(filled);
  return index;
}
constexpr Index index_by_letter = make_index();

bool is_one_of(char c, std::string_view set) noexcept { return set.find(c) != std::string_view::npos; }

std::string_view without_blanks_in_front(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

// Behind a whole word: nothing, dots (DIALING...), or a remark in brackets.
bool fits_whole(std::string_view tail) noexcept {
  if (tail.empty()) return true;
  if (tail.size() >= 2 && tail.find_first_not_of('.') == std::string_view::npos) return true;
  return tail.size() > 3 && tail.substr(0, 2) == " (" && tail.back() == ')';
}

// Behind a counted word: a single letter, or digits and what stands between numbers.
bool fits_counted(std::string_view tail) noexcept {
  const std::string_view count = without_blanks_in_front(tail);
  if (count.size() == 1 && is_upper(count.front())) return count.size() < tail.size();
  const bool has_digit = std::any_of(count.begin(), count.end(), is_digit);
  return has_digit && std::all_of(count.begin(), count.end(),
                                  [](char c) { return is_digit(c) || is_one_of(c, " :;,./-()*#+"); });
}

// What stands behind CONNECT where there was no connection.
bool is_failure(std::string_view token) noexcept {
  static constexpr std::string_view words[] = {"FAIL",  "FAILED",  "FAILURE",  "ERROR", "TIMEOUT", "REFUSED",
                                               "ABORT", "ABORTED", "REJECTED", "LOST",  "CLOSED"};
  return std::find(std::begin(words), std::end(words), token) != std::end(words);
}

// Where a sentence goes on: CONNECT TO HOST.
bool is_of_a_sentence(std::string_view token) noexcept {
  return token == "TO" || token == "FROM" || token == "THE" || token == "WITH" || token == "A";
}

// Behind CONNECT and CARRIER: rates and the names of modulations and protocols, of which vendors invent more.
// So what is asked is whether the rest is written like such a list: it begins with a rate or a slash, or it
// is short and all in capitals. CARRIER needs something behind it.
bool fits_link(const Word& word, std::string_view tail, std::string_view as_written) noexcept {
  if (tail.empty()) return word.meaning == Meaning::connect;
  if (!is_one_of(tail.front(), " /:;,(")) return false;
  int tokens = 0;
  std::string_view first;
  for (std::size_t at = 0; at < tail.size();) {
    const std::size_t begin = tail.find_first_not_of(" /:;,(", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(tail.find_first_of(" /:;,(", begin), tail.size());
    const std::string_view token = tail.substr(begin, end - begin);
    if (is_failure(token)) return false;
    if (is_of_a_sentence(token) && !is_digit(first.empty() ? token.front() : first.front())) return false;
    if (tokens++ == 0) first = token;
    at = end;
  }
  if (first.empty()) return word.meaning == Meaning::connect;
  if (is_digit(first.front())) return true;
  if (word.meaning == Meaning::carrier)
    return first.substr(0, 8) == "TRANSMIT" || first.substr(0, 7) == "RECEIVE" || first == "TX" ||
           first == "RX";
  const bool capitals = std::none_of(as_written.begin(), as_written.end(), is_lower);
  return tail.front() == '/' || tokens == 1 || (capitals && tokens <= 4);
}

bool fits(const Word& word, std::string_view tail, std::string_view as_written) noexcept {
  switch (word.form) {
  case Form::whole: return fits_whole(tail);
  case Form::counted: return fits_counted(tail);
  case Form::link: return fits_link(word, tail, as_written);
  case Form::key: return without_blanks_in_front(tail).substr(0, 1) == ":";
  case Form::field: return without_blanks_in_front(tail).substr(0, 1) == "=";
  case Form::open: return tail.empty() || is_one_of(tail.front(), " <");
  }
  return false;
}

} // namespace

std::span<const Word> words() noexcept { return table; }

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

bool may_begin_word(char first) noexcept {
  const auto letter = static_cast<unsigned char>(to_upper(first));
  return letter < 128 && index_by_letter.begin[letter] != index_by_letter.begin[letter + 1U];
}

const Word* find_word(const Canonical& line) noexcept {
  const std::string_view upper = line.upper();
  if (upper.empty() || !may_begin_word(upper.front())) return nullptr;
  const auto letter = static_cast<unsigned char>(upper.front());
  for (std::size_t i = index_by_letter.begin[letter]; i < index_by_letter.begin[letter + 1U]; ++i) {
    const Word& word = table[index_by_letter.rows[i]];
    if (upper.substr(0, word.text.size()) != word.text) continue;
    if (fits(word, upper.substr(word.text.size()), line.text().substr(word.text.size()))) return &word;
  }
  return nullptr;
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
