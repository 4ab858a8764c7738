#include "at/dialect.hpp"

#include "at/command.hpp"
#include "at/command_check.hpp"
#include "at/dial_string.hpp"
#include "at/result.hpp"
#include "tests/catch.hpp"

#include <set>
#include <string>

using namespace dialbench;
using at::Meaning;

TEST_CASE("every row of every dialect is read back from its number and from its word") {
  for (const at::Dialect* dialect : at::dialects())
    for (const at::DialectRow& row : dialect->rows) {
      CAPTURE(dialect->id, row.number, row.word);
      const std::string number = std::to_string(row.number);
      const auto by_number = at::classify(number, {dialect, at::Digits::result});
      CHECK(by_number.meaning == row.meaning);
      CHECK(by_number.verbose == row.word);
      CHECK(!by_number.ambiguous);
      const auto by_word = at::classify(row.word, {dialect, at::Digits::result});
      CHECK(by_word.meaning == row.meaning);
      CHECK(by_word.damage == at::Damage::none);
    }
}

TEST_CASE("the words of all dialects are known without one, but for Si24xx's X and a bare CARRIER") {
  for (const at::Dialect* dialect : at::dialects())
    for (const at::DialectRow& row : dialect->rows) {
      CAPTURE(dialect->id, row.word);
      if (row.word == "X" || row.word == "CARRIER") continue;
      CHECK(at::classify(row.word, {}).meaning == row.meaning);
    }
}

TEST_CASE("0 to 8 mean the same in every dialect") {
  for (const at::Dialect* dialect : at::dialects())
    for (int number = 0; number <= 8; ++number)
      if (const auto* row = at::find_number(*dialect, number)) {
        CAPTURE(dialect->id, number);
        CHECK(row->meaning == at::find_base_number(number)->meaning);
      }
  CHECK(at::find_base_number(9) == nullptr);
  CHECK(at::find_base_number(-1) == nullptr);
}

TEST_CASE("the numbers that differ most by vendor") {
  const auto meaning = [](const char* id, int number) {
    return at::find_number(*at::find_dialect(id), number)->meaning;
  };
  CHECK(meaning("usr", 11) == Meaning::ringing);
  CHECK(meaning("conexant", 11) == Meaning::connect);
  CHECK(meaning("usr", 12) == Meaning::voice_answer);
  CHECK(meaning("conexant", 24) == Meaning::delayed);
  CHECK(meaning("usr", 24) == Meaning::connect);
  CHECK(meaning("conexant", 32) == Meaning::blacklisted);
  CHECK(meaning("zyxel", 32) == Meaning::connect);
  CHECK(meaning("lucent", 88) == Meaning::delayed);
  CHECK(meaning("nokia_d211", 14) == Meaning::blacklisted);
  CHECK(meaning("si24xx", 9) == Meaning::ringing);
  CHECK(meaning("si24xx", 42) == Meaning::no_dialtone);
  CHECK(meaning("si24xx", 43) == Meaning::line_in_use);
  CHECK(meaning("telebit", 54) == Meaning::no_dialtone);
  CHECK(meaning("spandsp", 9) == Meaning::fcerror);
  CHECK(meaning("hayes", 67) == Meaning::compression);
  CHECK(meaning("zyxel_omni56k", 3) == Meaning::no_carrier);
  CHECK(at::find_number(*at::find_dialect("conexant"), 21) == nullptr);
}

TEST_CASE("dialects have names of their own, titles and sources") {
  std::set<std::string_view> ids;
  for (const at::Dialect* dialect : at::dialects()) {
    CAPTURE(dialect->id);
    CHECK(ids.insert(dialect->id).second);
    CHECK(at::find_dialect(dialect->id) == dialect);
    CHECK(!dialect->title.empty());
    CHECK(!dialect->source.empty());
  }
  CHECK(ids.size() == 13);
  CHECK(at::find_dialect("courier") == nullptr);
}

TEST_CASE("spellings ascend, are in capitals and are read as what they say") {
  std::size_t spellings = 0;
  for (const at::Dialect* dialect : at::dialects()) {
    std::string_view before;
    for (const at::DialectRow& row : dialect->spellings) {
      CAPTURE(dialect->id, row.word);
      ++spellings;
      CHECK(row.number == -1);
      CHECK(before < row.word);
      before = row.word;
      for (const char c : row.word) CHECK((c >= 0x20 && c < 0x7F && !(c >= 'a' && c <= 'z')));
      CHECK(at::classify(row.word, {dialect, at::Digits::result}).meaning == row.meaning);
    }
  }
  CHECK(spellings > 0);
}

TEST_CASE("every report and blacklist command is one command of its own that dials nothing") {
  const auto check = [](std::string_view line) {
    CAPTURE(line);
    CHECK(at::split_commands(line).size() == 1);
    CHECK(at::remarks_on(line).empty());
    CHECK(at::dial_part(line).empty());
  };
  for (const at::Dialect* dialect : at::dialects()) {
    std::set<at::ReportKind> kinds;
    for (const at::ReportCommand& report : dialect->reports) {
      check(report.command);
      CHECK(kinds.insert(report.kind).second);
    }
    if (!dialect->blacklist_reset.empty()) check(dialect->blacklist_reset);
    if (!dialect->blacklist_list.empty()) check(dialect->blacklist_list);
  }
}

TEST_CASE("what a modem can be asked about its last call") {
  const auto first = [](const char* id) {
    const at::Dialect& dialect = *at::find_dialect(id);
    return dialect.reports.empty() ? std::string_view() : dialect.reports.front().command;
  };
  CHECK(first("conexant") == "AT#UD");
  CHECK(at::find_dialect("conexant")->reports.size() == 3);
  CHECK(first("usr") == "ATI6");
  CHECK(first("lucent") == "AT#UD");
  CHECK(first("multitech") == "ATI11");
  CHECK(first("zyxel") == "ATI2");
  CHECK(first("zyxel_omni56k") == "ATI2");
  CHECK(first("v250").empty());
  CHECK(at::find_dialect("conexant")->blacklist_reset == "AT%TCB");
  CHECK(at::find_dialect("si24xx")->blacklist_list == "AT%B");
  CHECK(at::find_dialect("telebit")->blacklist_reset.empty());
  CHECK(at::find_dialect("usr")->number_characters_max == 35);
  CHECK(at::find_dialect("lucent")->number_characters_max == 60);
  CHECK(at::find_dialect("si24xx")->command_characters_max == 48);
  CHECK(at::find_dialect("hayes")->number_characters_max == 0);
}

TEST_CASE("limits are more than V.250 promises for a line, and never more than is dialled at all") {
  for (const at::Dialect* dialect : at::dialects()) {
    CAPTURE(dialect->id);
    CHECK(dialect->number_characters_max <= at::number_characters_max);
    if (dialect->command_characters_max != 0) CHECK(dialect->command_characters_max >= 40);
  }
}
