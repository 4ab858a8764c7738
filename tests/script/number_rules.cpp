#include "harness/script/number_rules.hpp"

#include "tests/catch.hpp"

using namespace dialbench::script;
using dialbench::evidence::OutcomeClass;

TEST_CASE("a number that may be dialled comes back in its clean form") {
  CHECK(check_dial("T555-0100", {}).value() == "T5550100");
  CHECK(check_dial("t(555) 01.00", {}).value() == "T5550100");
  CHECK(check_dial("P9,5550100", {}).value() == "P9,5550100");
  CHECK(check_dial("*70w5550100", {}).value() == "*70W5550100");
}

TEST_CASE("what is no dial character is refused where it stands") {
  struct Case {
    std::string dial;
    std::size_t offset;
  };
  const auto each = GENERATE(values<Case>({{"T555\r0100", 4},
                                           {"555\n", 3},
                                           {std::string("55\0", 3), 2},
                                           {"5550100;", 7},
                                           {"T<put", 1},
                                           {"5550HELLO", 4},
                                           {"", 0}}));
  CAPTURE(each.dial);
  const auto checked = check_dial(each.dial, {});
  REQUIRE_FALSE(checked);
  CHECK(checked.error().outcome == OutcomeClass::number_malformed);
  CHECK(checked.error().offset == each.offset);
  CHECK_FALSE(checked.error().text.empty());
}

TEST_CASE("a message counts in the number, not in the command") {
  CHECK_THAT(check_dial("T555\r0100", {}).error().text, StartsWith("character 4 of the number"));
  CHECK_THAT(check_dial("555\r0100", {}).error().text, StartsWith("character 4 of the number"));
  CHECK_THAT(check_dial('T' + std::string(300, '5'), {}).error().text,
             StartsWith("the number has 300 characters"));
  CHECK(check_dial('T' + std::string(64, '5'), {}));
}

TEST_CASE("prefix and number together are no emergency number either") {
  CHECK_FALSE(check_dial("T9,112", {"us", "9,1", false}));
  CHECK_FALSE(check_dial("T911", {"us", "91", false}));
  CHECK_FALSE(check_dial("T112", {"", "11", false}));
  CHECK(check_dial("T9,5550100", {"us", "9,", false}));
}

TEST_CASE("a number of 300 digits is too long") {
  const auto checked = check_dial(std::string(300, '5'), {});
  REQUIRE_FALSE(checked);
  CHECK(checked.error().outcome == OutcomeClass::number_too_long);
}

TEST_CASE("an emergency number is refused, with what to do where it is none") {
  const auto checked = check_dial("T9,911", {"us", "", false});
  REQUIRE_FALSE(checked);
  CHECK(checked.error().outcome == OutcomeClass::refused_emergency);
  CHECK(checked.error().offset == 1);
  CHECK(checked.error().text ==
        "911 is an emergency number; where there is no real line, say --line simulator");
  CHECK(check_dial("999", {}).error().text ==
        "999 is an emergency number; where there is no real line, say --line simulator");
  CHECK(check_dial("17", {}).error().text ==
        "17 is an emergency number in some countries; if yours is none of them, set country in the "
        "configuration; where there is no real line, say --line simulator");
}

TEST_CASE("country in capitals, the user's prefix, formatting: none of them hides an emergency number") {
  CHECK_FALSE(check_dial("0 00", {"AU", "", false}));
  CHECK_FALSE(check_dial("T99,911", {"us", "99,", false}));
  CHECK_FALSE(check_dial("T9 9w9-1-1", {"us", "99W", false}));
  CHECK_FALSE(check_dial("55911", {"us", "55", false}));
  CHECK(check_dial("55911", {"us", "", false}));
}

TEST_CASE("on a declared simulator there is no emergency number") {
  CHECK(check_dial("T9,911", {"us", "", true}).value() == "T9,911");
  CHECK_FALSE(check_dial("T9,91\r1", {"us", "", true}));
}

TEST_CASE("what is sent is looked through for dial commands") {
  CHECK_FALSE(check_sent("ATZ", {}));
  CHECK_FALSE(check_sent("", {}));
  CHECK_FALSE(check_sent("ATE0&D2S7=60", {}));

  const auto plain = check_sent("ATDT5550100", {});
  REQUIRE(plain);
  CHECK(plain->dial == "T5550100");
  CHECK_FALSE(plain->refusal);
  CHECK_FALSE(plain->stay_in_command_mode);

  const auto stays = check_sent("ATX3DT5550100;", {});
  REQUIRE(stays);
  CHECK(stays->dial == "T5550100");
  CHECK(stays->stay_in_command_mode);
  CHECK_FALSE(stays->refusal);
}

TEST_CASE("a refusal of what is sent counts from its beginning") {
  const auto bad = check_sent("ATDT<put", {});
  REQUIRE(bad);
  REQUIRE(bad->refusal);
  CHECK(bad->refusal->offset == 4);

  const auto second_line = check_sent("ATZ\rATDT55x0\r", {});
  REQUIRE(second_line);
  REQUIRE(second_line->refusal);
  CHECK(second_line->refusal->offset == 10);
}

TEST_CASE("an emergency number behind another dial, or behind a line end, is found") {
  CHECK(check_sent("ATDT5550100\rATDT911", {})->refusal->outcome == OutcomeClass::refused_emergency);
  CHECK(check_sent("ATDT9;DT911", {})->refusal->outcome == OutcomeClass::number_malformed);
}

TEST_CASE("asking for a dial tone calls nobody") {
  const auto listens = check_sent("ATDTW;", {});
  REQUIRE(listens);
  CHECK_FALSE(listens->refusal);
  CHECK(check_sent("ATDTW", {})->refusal);
}
