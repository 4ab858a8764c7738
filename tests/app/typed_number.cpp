#include "harness/app/typed_number.hpp"

#include "harness/script/read.hpp"
#include "tests/catch.hpp"

namespace dialbench::app {
namespace {

script::Script native(const std::string& steps) {
  script::NumberRules rules;
  rules.line_simulator = true;
  const auto read = script::read_toml(steps, "s.toml", {}, rules);
  REQUIRE(read);
  return *read;
}

script::Script chat(const std::string& text) {
  script::NumberRules rules;
  rules.line_simulator = true;
  const auto read = script::read_chat(text, "s.chat", rules, {"5550176", ""});
  REQUIRE(read);
  return *read;
}

} // namespace

TEST_CASE("a command in place of a number is told, with the number in it") {
  CHECK(command_in_place_of_number("ATDT5550100") ==
        "'ATDT5550100' is a command line, and a number is expected, without ATD: 5550100");
  const auto [typed, number] = GENERATE(table<std::string, std::string>({
      {"atdt5550100", "5550100"},
      {"ATD5550100", "5550100"},
      {"ATDP5550100;", "5550100"},
      {"  ATX3DT9,5550100", "9,5550100"},
      {"AT DT 555-0100", "555-0100"},
  }));
  CHECK_THAT(command_in_place_of_number(typed), ContainsSubstring(", without ATD: " + number));
}

TEST_CASE("a command that dials nothing that could be pasted is told without it") {
  const std::string typed = GENERATE("AT", "ATZ", "atd", "ATDT", "ATD*70", "AT\x1b[2J", "ATDT(555)0100");
  CAPTURE(typed);
  const auto said = command_in_place_of_number(typed);
  CHECK_THAT(said, ContainsSubstring("is a command line"));
  CHECK(said.find("without ATD") == std::string::npos);
  CHECK(said.find('\x1b') == std::string::npos);
  CHECK(command_in_place_of_number("AT" + std::string(5000, 'x')).size() < 100);
}

TEST_CASE("numbers are no commands, those with tones of the keypad included") {
  const std::string typed =
      GENERATE("5550100", "T5550100", "A5550100", "AD5550100", "DT5550100", "", "A", "*70,5550100");
  CAPTURE(typed);
  CHECK(command_in_place_of_number(typed).empty());
}

TEST_CASE("the number that a script dials is known where there is one") {
  CHECK(only_number(native("[[step]]\ndial = 'T9,5550176'\n")) == "9,5550176");
  CHECK(only_number(native("[[step]]\nsend = 'ATX3DP5550176;'\n")) == "5550176");
  CHECK(only_number(native("[[step]]\ndial = 'T5550176'\n[[step]]\ndial = 'P5550176'\n")) == "5550176");
  CHECK(only_number(chat("'' ATZ OK ATDT5550100 CONNECT ''\n")) == "5550100");
  CHECK(only_number(chat("'' ATZ OK ATDT\\T CONNECT ''\n")) == "5550176");
}

TEST_CASE("of several numbers, of a secret one, and of none, none is known") {
  CHECK(only_number(native("[[step]]\nsend = 'AT'\n")).empty());
  CHECK(only_number(native("[[step]]\nsay = 'ATDT5550176'\n")).empty());
  CHECK(only_number(native("[[step]]\ndial = 'T5550176'\n[[step]]\ndial = 'T5550100'\n")).empty());
  CHECK(only_number(chat("'' ATZ OK \\qATDT5550100 CONNECT ''\n")).empty());
  CHECK(only_number(chat("'' ATDT5550100 CONNECT-ATDT5550176-CONNECT ''\n")).empty());
}

} // namespace dialbench::app
