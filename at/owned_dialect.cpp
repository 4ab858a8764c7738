#include "at/owned_dialect.hpp"

#include "at/pattern.hpp"
#include "at/words.hpp"

#include <algorithm>

namespace dialbench::at {

namespace {

std::string_view without_framing(std::string_view text) noexcept {
  const auto is_outside = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F;
  };
  while (!text.empty() && is_outside(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_outside(text.back())) text.remove_suffix(1);
  return text;
}

std::string as_written(std::string_view text) {
  return std::string(detail::Canonical(without_framing(text)).text());
}

// As a canonical line has its blanks, however long it is.
std::string pattern_as_written(std::string_view text) {
  std::string result;
  for (const char c : without_framing(text))
    if (!detail::is_blank(c))
      result += c;
    else if (result.back() != ' ') // the first character is none
      result += ' ';
  return result;
}

} // namespace

std::string spelling(std::string_view text) {
  return std::string(detail::Canonical(without_framing(text)).upper());
}

// The rows view the strings of `parts`, which nothing changes once they stand here.
struct OwnedDialect::Storage {
  DialectParts parts;
  std::vector<DialectRow> rows;
  std::vector<DialectRow> spellings;
  std::vector<DialectRow> patterns;
  std::vector<ReportCommand> reports;
  Dialect dialect;
};

OwnedDialect::OwnedDialect(DialectParts parts) {
  constexpr int number_max = 999;
  auto storage = std::make_shared<Storage>();
  Storage& s = *storage;
  s.parts = std::move(parts);
  for (OwnedRow& row : s.parts.rows) {
    if (row.pattern) {
      constexpr std::size_t literals_min = 2; // fewer would fit nearly any line
      row.word = pattern_as_written(row.word);
      if (literal_characters(row.word) >= literals_min)
        s.patterns.push_back({-1, row.word, row.meaning, row.link, true});
      continue;
    }
    const bool numbered = row.number >= 0 && row.number <= number_max;
    if (!numbered) row.word = as_written(row.word);
    if (numbered)
      s.rows.push_back({row.number, row.word, row.meaning, row.link});
    else if (!row.word.empty())
      s.spellings.push_back({-1, row.word, row.meaning, row.link});
  }
  const auto by_number = [](const DialectRow& a, const DialectRow& b) { return a.number < b.number; };
  const auto same_number = [](const DialectRow& a, const DialectRow& b) { return a.number == b.number; };
  std::stable_sort(s.rows.begin(), s.rows.end(), by_number);
  s.rows.erase(std::unique(s.rows.begin(), s.rows.end(), same_number), s.rows.end());
  const auto by_word = [](const DialectRow& a, const DialectRow& b) {
    return spelling(a.word) < spelling(b.word);
  };
  const auto same_word = [](const DialectRow& a, const DialectRow& b) {
    return spelling(a.word) == spelling(b.word);
  };
  std::stable_sort(s.spellings.begin(), s.spellings.end(), by_word);
  s.spellings.erase(std::unique(s.spellings.begin(), s.spellings.end(), same_word), s.spellings.end());
  std::stable_sort(s.patterns.begin(), s.patterns.end(), [](const DialectRow& a, const DialectRow& b) {
    return literal_characters(a.word) > literal_characters(b.word);
  });
  for (const OwnedReport& report : s.parts.reports) s.reports.push_back({report.kind, report.command});
  s.dialect.id = s.parts.id;
  s.dialect.title = s.parts.title;
  s.dialect.source = s.parts.source;
  s.dialect.rows = s.rows;
  s.dialect.spellings = s.spellings;
  s.dialect.patterns = s.patterns;
  s.dialect.reports = s.reports;
  s.dialect.blacklist_reset = s.parts.blacklist_reset;
  s.dialect.blacklist_list = s.parts.blacklist_list;
  s.dialect.number_characters_max = s.parts.number_characters_max;
  storage_ = std::move(storage);
}

const Dialect& OwnedDialect::view() const noexcept { return storage_->dialect; }

} // namespace dialbench::at
