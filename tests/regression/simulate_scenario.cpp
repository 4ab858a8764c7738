#include "harness/regression/simulate_scenario.hpp"
#include "harness/regression/judge.hpp"
#include "tests/catch.hpp"
#include "tests/regression/scenario.hpp"

using namespace dialbench;
using evidence::OutcomeClass;
using tests::scenario_of;

namespace {

regression::Ran run(const regression::Scenario& scenario, std::optional<std::uint64_t> seed = {}) {
  return regression::simulate_scenario(scenario, DIALBENCH_SOURCE_DIR "/scripts", seed);
}

} // namespace

TEST_CASE("a fault of the scenario acts, and is told") {
  const auto scenario = scenario_of(R"(
number = "5550176"
[[faults]]
kind = "late_result"
call = 1
for  = "3m"
[expect]
class = "no_answer"
)");
  const auto ran = run(scenario);
  REQUIRE(ran.outcomes.size() == 1);
  CHECK(ran.outcomes.back().outcome == OutcomeClass::no_answer);
  CHECK(ran.faults == std::vector<std::string>{"late_result call=1 for=3m"});
  CHECK(regression::judge(scenario, ran).empty());
}

TEST_CASE("a port that comes back is dialled on under another name") {
  const auto ran = run(scenario_of(R"(
number   = "5550176"
attempts = 2
[[faults]]
kind = "unplug"
call = 1
at   = "2s"
for  = "10s"
[expect]
class = "busy"
)"));
  REQUIRE(ran.outcomes.size() == 2);
  CHECK(ran.outcomes[0].outcome == OutcomeClass::port_lost);
  CHECK(ran.outcomes[0].evidence.port_name == "simulated");
  CHECK(ran.outcomes[1].outcome == OutcomeClass::busy);
  CHECK(ran.outcomes[1].evidence.port_name == "simulated2");
}

TEST_CASE("a seed gives the same conversation again, and another seed another") {
  const auto scenario = scenario_of("number = \"5550101\"\n[expect]\nclass = \"connected\"\n");
  bool differs = false;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const auto one = run(scenario, seed);
    CHECK(one.seed == seed);
    CHECK(one.transcript == run(scenario, seed).transcript);
    differs = differs || one.transcript != run(scenario, seed + 1).transcript;
  }
  CHECK(differs);
}

TEST_CASE("under faults that a seed draws an attempt has to end, and not to come out well") {
  auto scenario = scenario_of("number = \"5550176\"\n[expect]\nclass = \"connected\"\n");
  CHECK_FALSE(regression::judge(scenario, run(scenario)).empty());
  bool acted = false;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto ran = run(scenario, seed);
    CAPTURE(seed, ran.faults);
    acted = acted || !ran.faults.empty();
    CHECK(regression::judge(scenario, ran).empty() == !ran.faults.empty());
  }
  CHECK(acted);
}
