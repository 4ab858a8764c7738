#include "harness/script/emergency.hpp"

#include "tests/catch.hpp"

#include <set>
#include <string>

using namespace dialbench::script;

namespace {
bool refused(std::string_view dial, std::string_view country = "us") {
  return reaches_emergency(dial, country).has_value();
}
} // namespace

TEST_CASE("every row of the table is well formed, and none stands there twice") {
  std::set<std::string> seen;
  for (const auto& row : emergency_rows()) {
    CAPTURE(row.country, row.number);
    CHECK((row.country == "any" ||
           (row.country.size() == 2 &&
            row.country.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos)));
    CHECK(row.number.find_first_not_of("0123456789x") == std::string_view::npos);
    CHECK(row.number.size() >= 2);
    CHECK(row.number.size() <= 8);
    CHECK_FALSE(row.source.empty());
    CHECK(seen.insert(std::string(row.country) + ' ' + std::string(row.number)).second);
  }
}

TEST_CASE(
    "every row is refused in its country, and without one unless it would be an ordinary number there") {
  for (const auto& row : emergency_rows()) {
    std::string number(row.number);
    for (char& c : number)
      if (c == 'x') c = '7';
    CAPTURE(row.country, number);
    const bool everywhere = row.country == "any";
    CHECK(refused(number, everywhere ? "us" : row.country));
    const bool ordinary_elsewhere = number.size() > 5 || row.number.find('x') != std::string_view::npos;
    CHECK(refused(number, "") == !ordinary_elsewhere);
  }
}

TEST_CASE("the numbers that people know are there") {
  const std::pair<const char*, const char*> known[] = {
      {"us", "911"}, {"ca", "911"}, {"mx", "911"}, {"gb", "999"}, {"ie", "999"},   {"hk", "999"},
      {"my", "999"}, {"au", "000"}, {"nz", "111"}, {"jp", "110"}, {"jp", "119"},   {"jp", "118"},
      {"cn", "110"}, {"cn", "120"}, {"de", "110"}, {"tw", "119"}, {"kr", "119"},   {"in", "100"},
      {"in", "101"}, {"in", "102"}, {"in", "108"}, {"br", "190"}, {"br", "192"},   {"br", "193"},
      {"fr", "15"},  {"fr", "17"},  {"fr", "18"},  {"it", "113"}, {"it", "115"},   {"it", "118"},
      {"ch", "117"}, {"ch", "118"}, {"ch", "144"}, {"sg", "995"}, {"za", "10111"}, {"us", "112"},
      {"nz", "112"}, {"jp", "112"},
  };
  for (const auto& [country, number] : known) {
    CAPTURE(country, number);
    CHECK(refused(number, country));
  }
  CHECK_FALSE(refused("110", "us"));
  CHECK_FALSE(refused("911", "de"));
}

TEST_CASE("whatever stands around it, an emergency number is one") {
  const auto* const dial =
      GENERATE("911", "T911", "P911", "9,911", "0,911", "9W911", "9!911", "9,,911", "1,911", "9,9,911",
               "911,", "911W@", "9,11", "91,1", "9@1@1", "911,,,1", "*70,911", "*70911", "*67W911",
               "*70,9,911", "9,*70,911", "9*70911", "*31#911", "#31#911", "9911", "0911", "8911", "9T911",
               "911#", "911*5", "911A", ",911", "*9,911", "99,911", "00,112");
  CAPTURE(dial);
  CHECK(refused(dial));
  CHECK(refused(dial, ""));
}

TEST_CASE("a number that only contains one is none") {
  const auto* const dial =
      GENERATE("5559110", "T9,5559110", "5551234,911", "9115551234", "7911", "99,5550911", "1911555",
               "*70,5550100", "5550176", "18005550100", "9", ",", "T", "*", "");
  CAPTURE(dial);
  CHECK_FALSE(refused(dial));
  CHECK_FALSE(refused(dial, ""));
}

TEST_CASE("without a country, extensions behind an outside digit and prefixes for calls abroad go through") {
  CHECK_FALSE(refused("9118", ""));
  CHECK_FALSE(refused("8102", ""));
  CHECK(refused("0118", "it"));
  CHECK_FALSE(refused("011,442079460000", ""));
  CHECK(refused("011", ""));
}

TEST_CASE("a country is known by its rows") {
  CHECK(knows_country("us"));
  CHECK_FALSE(knows_country("zz"));
  CHECK_FALSE(knows_country("any"));
  CHECK_FALSE(knows_country(""));
}

TEST_CASE("a country that has no row counts as none") {
  CHECK(refused("911", "zz"));
  CHECK(refused("000", "zz"));
}

TEST_CASE("the finding names the number and whose it is") {
  const auto found = reaches_emergency("T9,000", "au");
  REQUIRE(found);
  CHECK(found->number == "000");
  CHECK(found->country == "au");
}
