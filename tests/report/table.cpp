#include "harness/report/table.hpp"

#include "tests/catch.hpp"
#include "tests/report/sample.hpp"

namespace dialbench::report {
using namespace std::chrono_literals;

TEST_CASE("the table has number, word, class, code and time, and the first cause beneath") {
  REQUIRE(table_head({}) ==
          "number   the modem said  class            RAS code                          time\n"
          "         first cause\n");
  REQUIRE(table_row({"5550176", tests::busy_verdict(), 6'100ms}, {}) ==
          "5550176  BUSY            busy             676 ERROR_LINE_BUSY              6.1 s\n"
          "         Somebody is talking on that number.\n");
}

TEST_CASE("a call without a word and without a code has a row, too") {
  diagnosis::Verdict verdict;
  verdict.outcome = evidence::OutcomeClass::connected;
  verdict.headline = "The modems are connected.";
  REQUIRE(table_row({"5550100", verdict, 12s}, {}) ==
          "5550100  (nothing)       connected        none                            12.0 s\n"
          "         The modems are connected.\n");
}

TEST_CASE("of many calls, each is one line") {
  REQUIRE(call_row(3, tests::busy_verdict(), 7'400ms, {}) ==
          "   3      7.4 s  676 ERROR_LINE_BUSY         busy             BUSY\n");
}

TEST_CASE("no row is wider than the page") {
  auto verdict = tests::busy_verdict();
  verdict.word = std::string(200, 'W');
  verdict.symbol = std::string(60, 'S');
  verdict.causes[0].text = std::string(300, 'c');
  const auto text = table_row({std::string(40, '5'), verdict, 3h}, {}) + call_row(9'999U, verdict, 3h, {});
  for (std::size_t start = 0, end; (end = text.find('\n', start)) != std::string::npos; start = end + 1) {
    REQUIRE(end - start <= 80);
  }
}

} // namespace dialbench::report
