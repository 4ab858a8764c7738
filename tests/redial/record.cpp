#include "harness/redial/record.hpp"

#include "tests/catch.hpp"

#include <random>

using namespace dialbench::redial;
using namespace dialbench::evidence;

TEST_CASE("an attempt as a line") {
  CHECK(record({"5551234", 1'700'000'000, OutcomeClass::busy, false}) ==
        "1700000000 5551234 busy automatic\n");
  CHECK(record({"5551234", 1'700'000'000, OutcomeClass::no_answer, true}) ==
        "1700000000 5551234 no_answer manual\n");
  CHECK(record({"", 5, OutcomeClass::busy, false}) == "5 - busy automatic\n");
}

TEST_CASE("only digits are kept, and not without end") {
  CHECK(record({"T9,555-1234\n0 1 busy manual", 1, OutcomeClass::busy, false}) ==
        "1 9555123401 busy automatic\n");
  CHECK(record({std::string(1000, '7'), 1, OutcomeClass::busy, false}).size() < 100);
}

TEST_CASE("every outcome class comes back") {
  for (const OutcomeRow& row : outcome_rows()) {
    const Dialled entry{"5551234", 1'700'000'000, row.outcome, row.outcome == OutcomeClass::busy};
    std::string line = record(entry);
    line.pop_back();
    CHECK(parse_record(line) == entry);
  }
}

TEST_CASE("damaged lines are none") {
  for (const char* line :
       {"", " ", "1700000000", "1700000000 5551234 busy", "1700000000 5551234 busy automatic ",
        "1700000000 5551234 busy automatic x", "x 5551234 busy automatic", "17x 5551234 busy automatic",
        "99999999999999999999 5551234 busy automatic", "1700000000 555-1234 busy automatic",
        "1700000000  busy automatic", "1700000000 5551234 tired automatic",
        "1700000000 5551234 busy sometimes", "1700000000 5551234 busy automatic\r", "\xff\xfe"}) {
    INFO(line);
    CHECK_FALSE(parse_record(line).has_value());
  }
  CHECK_FALSE(parse_record("1700000000 " + std::string(65, '5') + " busy automatic").has_value());
}

TEST_CASE("random damage to a line is skipped or read, never more") {
  std::mt19937 engine(7);
  for (int round = 0; round < 1000; ++round) {
    std::string line = "1700000000 5551234 busy automatic";
    line.at(engine() % line.size()) = static_cast<char>(static_cast<unsigned char>(engine()));
    const auto entry = parse_record(line);
    if (entry) CHECK((entry->outcome == OutcomeClass::busy && !entry->manual));
  }
}
