#include "harness/report/counts.hpp"

#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::report {
using evidence::OutcomeClass;

TEST_CASE("many calls are one line: how many of which class") {
  Counts counts;
  REQUIRE(counts.text() == "0 calls.");
  counts.add(OutcomeClass::busy);
  REQUIRE(counts.text() == "1 call: 1 busy (676).");
  counts.add(OutcomeClass::connected);
  counts.add(OutcomeClass::busy);
  REQUIRE(counts.text() == "3 calls: 1 connected, 2 busy (676).");
  REQUIRE(counts.calls() == 3);
}

TEST_CASE("the counts as data") {
  Counts counts;
  counts.add(OutcomeClass::no_answer);
  REQUIRE(counts.json().dump() == R"({"schema":"dialbench.counts/1","calls":1,)"
                                  R"("classes":[{"class":"no_answer","code":678,"calls":1}]})");
}

} // namespace dialbench::report
