#include "harness/emulator/replay/line.hpp"

#include "tests/catch.hpp"

using namespace dialbench::replay;

TEST_CASE("lines that ask for the same are the same") {
  const auto [one, other] = GENERATE(table<std::string, std::string>({
      {"ATE0V1\r", "at e0 v1\r"},
      {"ATE0V1\r", "ATV1E\r"},
      {"ATS7=60\r", "ATS007=060\r"},
      {"AT&C1&D2\r", "\r\nAT &D2 &C1\r\n"},
      {"ATDT5550176\r", "atd 555-0176\r"},
      {"ATDT9,5550176;\r", "ATDT 9, (555) 0176;\r"},
      {"ATDT#######\r", "ATDT5550176\r"},
      {"AT+MS=11,1;+ES=3\r", "at+es=3;+ms=11,1\r"},
      {"ATX\b\bTI\r", "ATI\r"},
      {"ATD\"127.0.0.1 7001\"\r", "atd\"127.0.0.1 7001\"\r"},
      {"\r", "\n\r"},
      {"garbage\r", "GARBAGE\r"},
  }));
  INFO(one << " and " << other);
  CHECK(same(parsed(one), parsed(other)));
  CHECK(same(parsed(other), parsed(one)));
}

TEST_CASE("lines that do not ask for the same are not") {
  const auto [one, other] = GENERATE(table<std::string, std::string>({
      {"ATE0\r", "ATE1\r"},
      {"ATE0\r", "ATE0E0\r"},
      {"ATS7=60\r", "ATS7?\r"},
      {"ATS7\r", "ATS7=0\r"},
      {"ATDT5550176\r", "ATDT5550177\r"},
      {"ATDT5550176\r", "ATDT5550176;\r"},
      {"ATDT*70#5550176\r", "ATDT*70#5550177\r"},
      {"ATX3DT1\r", "ATDT1\r"},
      {"ATA\r", "ATO\r"},
      {"AT\r", "\r"},
      {"AT\r", "T\r"},
      {"AT$$\r", "AT$\r"},
  }));
  INFO(one << " and " << other);
  CHECK_FALSE(same(parsed(one), parsed(other)));
}

TEST_CASE("a line knows its act, its set-up, and whether it asks") {
  const auto dial = parsed("ATX3DP9,555#\r");
  REQUIRE(dial.act);
  CHECK(dial.act->letter == 'D');
  CHECK(dial.act->number == "9,555#");
  CHECK(dial.act->mode == "P");
  CHECK_FALSE(dial.act->masked);
  CHECK(dial.set_up == std::vector<std::string>{"X3"});
  CHECK(parsed("ATDT###-####\r").act->masked);
  for (const auto* line : {"ATI3\r", "ATS0?\r", "AT+GMM\r", "AT+MS=?\r", "AT&V\r"}) CHECK(parsed(line).asks);
  for (const auto* line : {"ATE0\r", "ATS0=1\r", "AT+MS=11\r", "AT&F\r"}) CHECK_FALSE(parsed(line).asks);
}
