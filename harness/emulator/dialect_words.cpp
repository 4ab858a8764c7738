#include "harness/emulator/dialect_words.hpp"

#include "at/result.hpp"
#include "harness/emulator/words.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

using at::Meaning;

std::optional<std::string_view> own_word(Meaning meaning, std::string_view word, const at::Dialect& dialect) {
  const auto means_it = [&](const at::DialectRow& row) { return row.meaning == meaning; };
  // What a table spells differently from its numbers is how it is written.
  const auto spelling = std::ranges::find_if(dialect.spellings, means_it);
  if (spelling != dialect.spellings.end()) return spelling->word;
  const auto same =
      std::ranges::find_if(dialect.rows, [&](const auto& row) { return means_it(row) && row.word == word; });
  if (same != dialect.rows.end()) return same->word;
  const auto other = std::ranges::find_if(dialect.rows, means_it);
  if (other != dialect.rows.end()) return other->word;
  return std::nullopt;
}

// Whether modems differ in having a word for it at all.
bool is_replaceable(Meaning meaning) {
  switch (meaning) {
  case Meaning::no_dialtone:
  case Meaning::line_in_use:
  case Meaning::busy:
  case Meaning::no_answer:
  case Meaning::voice_answer:
  case Meaning::fax_answer:
  case Meaning::data_answer:
  case Meaning::delayed:
  case Meaning::blacklisted:
  case Meaning::ringing: return true;
  default: return false;
  }
}

std::string_view instead_of(Meaning meaning, std::string_view word, const at::Dialect& dialect) {
  switch (meaning) {
  case Meaning::voice_answer:
  case Meaning::fax_answer:
  case Meaning::data_answer:
  case Meaning::busy:
  case Meaning::no_answer: return words::no_carrier;
  case Meaning::delayed:
  case Meaning::blacklisted: return words::error;
  case Meaning::line_in_use:
    return own_word(Meaning::no_dialtone, words::no_dialtone, dialect).value_or(words::no_carrier);
  default: return word;
  }
}

// One part less behind CONNECT; empty: nothing is left.
std::string_view shortened(std::string_view word) {
  const auto end = word.find_last_of(" /");
  return end == std::string_view::npos ? std::string_view() : word.substr(0, end);
}

std::optional<unsigned> number_in(std::span<const at::DialectRow> rows, std::string_view word) {
  for (; !word.empty(); word = is_connect(word) ? shortened(word) : std::string_view()) {
    const auto row = std::ranges::find(rows, word, &at::DialectRow::word);
    if (row != rows.end()) return static_cast<unsigned>(row->number);
  }
  return std::nullopt;
}

} // namespace

std::string_view spoken(std::string_view word, const at::Dialect* dialect) noexcept {
  if (dialect == nullptr) return word;
  const Meaning meaning = at::classify(word, {}).meaning;
  if (!is_replaceable(meaning)) return word;
  const auto own = own_word(meaning, word, *dialect);
  return own ? *own : instead_of(meaning, word, *dialect);
}

std::optional<unsigned> number_of(std::string_view word, const at::Dialect* dialect) noexcept {
  if (dialect == nullptr) dialect = at::find_dialect("conexant");
  if (const auto number = number_in(dialect->rows, word)) return number;
  // Another spelling of the same result: NO DIAL TONE is 6.
  const auto spelling = std::ranges::find(dialect->spellings, word, &at::DialectRow::word);
  if (spelling == dialect->spellings.end()) return std::nullopt;
  const auto row = std::ranges::find(dialect->rows, spelling->meaning, &at::DialectRow::meaning);
  if (row == dialect->rows.end()) return std::nullopt;
  return static_cast<unsigned>(row->number);
}

} // namespace dialbench::emulator
