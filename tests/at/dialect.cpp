#include "at/dialect.hpp"

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

TEST_CASE("a modem is known by what it calls itself") {
  const auto id_of = [](const char* text) {
    const auto* dialect = at::identify(text);
    return dialect == nullptr ? std::string_view("none") : dialect->id;
  };
  CHECK(id_of("U.S. Robotics 56K FAX EXT V4.11.2") == "usr");
  CHECK(id_of("+GMI: Conexant") == "conexant");
  CHECK(id_of("LT V.92 1.0 MT5634ZPX Lucent") == "lucent");
  CHECK(id_of("ZyXEL Omni 56K Plus") == "zyxel_omni56k");
  CHECK(id_of("zyxel u-1496") == "zyxel");
  CHECK(id_of("Multi-Tech MT5600") == "conexant");
  CHECK(id_of("MultiTech MT2834") == "multitech");
  CHECK(id_of("Si2404") == "si24xx");
  CHECK(id_of("spandsp") == "spandsp");
  CHECK(id_of("Hayes ACCURA 288") == "hayes");
  CHECK(id_of("Linux ATI driver") == "none");
  CHECK(id_of("UNROCKWELLED") == "none");
  CHECK(id_of("") == "none");
}
