#include "at/owned_dialect.hpp"

#include "at/result.hpp"
#include "tests/catch.hpp"

#include <random>

using namespace dialbench::at;

namespace {

DialectParts parts(std::vector<OwnedRow> rows) {
  DialectParts p;
  p.id = "mine";
  p.title = "My modem";
  p.source = "mine.toml";
  p.rows = std::move(rows);
  return p;
}

} // namespace

TEST_CASE("an owned dialect is sorted, and of two rows that say the same the first counts") {
  const OwnedDialect owned(parts({{12, "Voice", Meaning::voice_answer, {}},
                                  {-1, "  line  asleep\r\n", Meaning::no_dialtone, {}},
                                  {3, "NO CARRIER", Meaning::no_carrier, {}},
                                  {12, "other", Meaning::busy, {}},
                                  {-1, "LINE ASLEEP", Meaning::busy, {}},
                                  {-1, "awake", Meaning::progress, {}}}));
  const Dialect& d = owned.view();
  CHECK(d.id == "mine");
  CHECK(d.title == "My modem");
  CHECK(d.source == "mine.toml");
  REQUIRE(d.rows.size() == 2);
  CHECK(d.rows[0].number == 3);
  CHECK(d.rows[1].number == 12);
  CHECK(d.rows[1].word == "Voice");
  REQUIRE(d.spellings.size() == 2);
  CHECK(d.spellings[0].word == "awake");
  CHECK(d.spellings[0].number == -1);
  CHECK(d.spellings[1].word == "line asleep");
  CHECK(d.spellings[1].meaning == Meaning::no_dialtone);
}

TEST_CASE("numbers that no modem has are none, and rows with nothing are left out") {
  const OwnedDialect owned(parts(
      {{1000, "X Y", Meaning::busy, {}}, {-7, " \r\n", Meaning::busy, {}}, {999, "", Meaning::ring, {}}}));
  REQUIRE(owned.view().rows.size() == 1);
  CHECK(owned.view().rows[0].number == 999);
  REQUIRE(owned.view().spellings.size() == 1);
  CHECK(owned.view().spellings[0].word == "X Y");
}

TEST_CASE("the view stays valid when the owner is moved or copied") {
  DialectParts p = parts({{-1, "A", Meaning::busy, {}}});
  p.reports = {{ReportKind::usr_link, "ATI6"}};
  p.blacklist_reset = "ATS40=2";
  p.blacklist_list = "AT*B";
  p.number_characters_max = 40;
  auto first = std::make_unique<OwnedDialect>(std::move(p));
  const Dialect* view = &first->view();
  const OwnedDialect copy = *first;
  const OwnedDialect moved = std::move(*first);
  first.reset();
  CHECK(&moved.view() == view);
  CHECK(view->spellings[0].word == "A");
  CHECK(view->reports[0].command == "ATI6");
  CHECK(view->reports[0].kind == ReportKind::usr_link);
  CHECK(view->blacklist_reset == "ATS40=2");
  CHECK(view->blacklist_list == "AT*B");
  CHECK(view->number_characters_max == 40);
}

TEST_CASE("spellings are without framing, in capitals, with single blanks") {
  CHECK(spelling("\r\n Connect\t 9600/arq \r\n") == "CONNECT 9600/ARQ");
  CHECK(spelling(std::string("\0\x10R\x7F", 4)) == "R");
  CHECK(spelling("\r\n").empty());
  CHECK(spelling(spelling("a  b")) == spelling("a  b"));
}

TEST_CASE("what an owned dialect says it reads back") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<OwnedRow> rows;
    for (int i = 0; i < 30; ++i) {
      OwnedRow row;
      row.number = random() % 2 == 0 ? static_cast<int>(random() % 1000) : -1;
      for (unsigned long n = 1 + random() % 12; n > 0; --n)
        row.word += static_cast<char>(random() % 3 == 0 ? ' ' : 'A' + random() % 26);
      row.word += 'Z';
      row.meaning = static_cast<Meaning>(random() % (static_cast<unsigned>(Meaning::diagnostics) + 1));
      rows.push_back(row);
    }
    const OwnedDialect owned(parts(rows));
    const Dialect& d = owned.view();
    for (const DialectRow& row : d.rows)
      CHECK(classify(std::to_string(row.number), {&d, Digits::result}).meaning == row.meaning);
    for (const DialectRow& row : d.spellings) {
      CAPTURE(row.word);
      const Result result = classify(row.word, {&d, Digits::text});
      CHECK(result.meaning == row.meaning);
      CHECK(result.damage == Damage::none);
    }
  }
}
