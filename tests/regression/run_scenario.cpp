// What is special to the ways that have a port: the real driver, at a pace.
#include "harness/regression/run_scenario.hpp"
#include "tests/catch.hpp"
#include "tests/regression/run.hpp"
#include "tests/regression/scenario.hpp"

using namespace dialbench;
using evidence::OutcomeClass;
using tests::scenario_of;

TEST_CASE("a port that a fault took away is waited for, and dialled on under its new name") {
  const auto way = GENERATE(regression::Way::serial, regression::Way::pty);
  const auto ran = tests::run(scenario_of(R"(
pace     = 20
number   = "5550176"
attempts = 2
[[faults]]
kind = "unplug"
call = 1
at   = "2s"
for  = "10s"
[expect]
class = "busy"
)"),
                              way);
  REQUIRE(ran.problem.empty());
  REQUIRE(ran.outcomes.size() == 2);
  CHECK(ran.outcomes[0].outcome == OutcomeClass::port_lost);
  CHECK(ran.outcomes[1].outcome == OutcomeClass::busy);
  CHECK(ran.outcomes[0].evidence.port_name != ran.outcomes[1].evidence.port_name);
  CHECK(ran.dials == 2);
}

TEST_CASE("a port that stays away ends the attempts") {
  const auto ran = tests::run(scenario_of(R"(
pace     = 20
number   = "5550176"
attempts = 3
[[faults]]
kind = "unplug"
call = 1
at   = "2s"
[expect]
class = "port_lost"
)"));
  REQUIRE(ran.outcomes.size() == 1);
  CHECK(ran.outcomes[0].outcome == OutcomeClass::port_lost);
}
