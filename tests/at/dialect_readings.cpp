// What the dialects mean by one number, and what they agree on.
#include "at/dialect.hpp"
#include "at/result.hpp"
#include "tests/catch.hpp"

#include <set>
#include <string>

using namespace dialbench;
using at::Meaning;

TEST_CASE("a reading for each dialect that has the number, with its own row") {
  for (int number = -1; number <= 300; ++number) {
    CAPTURE(number);
    std::set<const at::Dialect*> seen;
    for (const at::NumberReading& reading : at::readings(number)) {
      CHECK(seen.insert(reading.dialect).second);
      CHECK(reading.row == at::find_number(*reading.dialect, number));
      CHECK(reading.row->number == number);
    }
    for (const at::Dialect* dialect : at::dialects())
      CHECK((seen.count(dialect) == 1) == (at::find_number(*dialect, number) != nullptr));
  }
}

TEST_CASE("groups hold every reading once, the rarer word first") {
  for (int number = 0; number <= 300; ++number) {
    CAPTURE(number);
    std::size_t dialects = 0;
    std::size_t before = 0;
    std::set<std::string_view> words;
    for (const at::NumberGroup& group : at::grouped_readings(number)) {
      CHECK(group.dialects.size() >= before);
      before = group.dialects.size();
      dialects += before;
      words.insert(group.word);
    }
    CHECK(dialects == at::readings(number).size());
    CHECK(words.size() == at::grouped_readings(number).size());
  }
}

TEST_CASE("what an ambiguous number may mean, for people") {
  CHECK(at::readings_text(11) ==
        "RINGING (usr), CONNECT 4800 (hayes, conexant, lucent, multitech, si24xx, zyxel, telebit, "
        "motorola_v3229, nokia_d211)");
  CHECK(at::readings_text(90) == "CONNECT 19200/ARQ/V32 (usr), BLACKLIST FULL (lucent)");
  CHECK(at::readings_text(1) == "CONNECT (v250, hayes, conexant, usr, lucent, multitech, si24xx, zyxel, "
                                "zyxel_omni56k, telebit, motorola_v3229, nokia_d211, spandsp)");
  CHECK(at::readings_text(999).empty());
  CHECK(at::readings_text(-1).empty());
}

TEST_CASE("a meaning is agreed on where all that know the number have it") {
  for (int number = 0; number <= 8; ++number) {
    CAPTURE(number);
    CHECK(at::agreed_meaning(number) == at::find_base_number(number)->meaning);
  }
  CHECK(at::agreed_meaning(13) == std::nullopt); // DELAYED for Nokia
  CHECK(at::agreed_meaning(11) == std::nullopt);
  CHECK(at::agreed_meaning(24) == std::nullopt);
  CHECK(at::agreed_meaning(88) == std::nullopt);
  CHECK(at::agreed_meaning(16) == Meaning::connect); // of many rates, but all of them connected
  CHECK(at::agreed_meaning(54) == std::nullopt);     // NO PROMPTTONE, or CARRIER 19200
  CHECK(at::agreed_meaning(999) == std::nullopt);
  CHECK(at::agreed_meaning(-1) == std::nullopt);
}

TEST_CASE("an agreed meaning is a hint, and the number stays ambiguous without a dialect") {
  const at::Result result = at::classify("16", {.digits = at::Digits::result});
  CHECK(result.ambiguous);
  CHECK(result.meaning == Meaning::unknown_result);
}
