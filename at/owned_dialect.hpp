// A dialect with storage of its own: what is read from a user's file. The built-in ones are tables.
#pragma once

#include "at/dialect.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::at {

struct OwnedRow {
  int number = -1; // ATV0 number, 0-999; -1: none
  std::string word;
  Meaning meaning = Meaning::unknown_result;
  StatedLink link{};
  bool pattern =
      false; // the word has gaps (pattern.hpp); one that asks for less than two characters is left out
};

struct OwnedReport {
  ReportKind kind;
  std::string command;
};

struct DialectParts {
  std::string id;
  std::string title;
  std::string source;
  std::vector<OwnedRow> rows; // in any order; of two with the same number, or the same word, the first counts
  std::vector<OwnedReport> reports;
  std::string blacklist_reset;
  std::string blacklist_list;
  std::size_t number_characters_max = 0;
};

// A word in the form in which classify() compares it: without framing and outer blanks, in capitals, inner
// blanks single.
std::string spelling(std::string_view text);

class OwnedDialect {
 public:
  // A row with a number stands among the numbers, its word as it was given; one without among the spellings,
  // its word as it was given, but without framing and superfluous blanks. Numbers outside 0-999 are none, and
  // a row with neither is left out.
  explicit OwnedDialect(DialectParts parts);
  // Valid as long as this object, also after it was moved.
  [[nodiscard]] const Dialect& view() const noexcept;

 private:
  struct Storage;
  std::shared_ptr<const Storage> storage_;
};

} // namespace dialbench::at
