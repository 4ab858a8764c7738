#include "harness/regression/judge.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace std::chrono_literals;
using evidence::OutcomeClass;

namespace {
regression::Ran busy_after(Duration time) {
  evidence::Outcome outcome;
  outcome.outcome = OutcomeClass::busy;
  outcome.word = "BUSY";
  outcome.evidence.ended = time;
  regression::Ran ran;
  ran.outcomes.push_back(outcome);
  ran.dials = 1;
  return ran;
}
regression::Scenario expecting_busy() {
  regression::Scenario scenario;
  scenario.expect.outcome = OutcomeClass::busy;
  scenario.expect.code = 676;
  scenario.expect.word = "BUSY";
  scenario.expect.dials = 1;
  scenario.expect.within = 10s;
  return scenario;
}
} // namespace

TEST_CASE("what is as expected passes") {
  CHECK(regression::judge(expecting_busy(), busy_after(7s)).empty());
}

TEST_CASE("each expectation that is not met is named, with what was expected and what came") {
  auto scenario = expecting_busy();
  auto ran = busy_after(12s);
  ran.outcomes[0].outcome = OutcomeClass::no_answer;
  ran.outcomes[0].word = "NO\x07";
  ran.dials = 2;
  const auto failures = regression::judge(scenario, ran);
  REQUIRE(failures.size() == 5);
  CHECK(failures[0] == "class: expected busy, got no_answer");
  CHECK(failures[1] == "code: expected 676, got 678");
  CHECK(failures[2] == "word: expected \"BUSY\", got \"NO\\x07\"");
  CHECK(failures[3] == "dials: expected 1, got 2");
  CHECK(failures[4] == "within: expected 10.0 s, got 12.0 s");
}

TEST_CASE("a run that could not be made has failed") {
  regression::Ran ran;
  ran.problem = "socat is not installed";
  CHECK(regression::judge(expecting_busy(), ran) ==
        std::vector<std::string>{"could not be run: socat is not installed"});
  CHECK_FALSE(regression::judge(expecting_busy(), {}).empty());
}

TEST_CASE("a line that the modem's own word has freed is hung up") {
  auto scenario = expecting_busy();
  scenario.expect.hung_up = true;
  auto ran = busy_after(7s);
  CHECK(regression::judge(scenario, ran) == std::vector<std::string>{"hung_up: expected true, got false"});
  ran.outcomes[0].evidence.hung_up = true;
  CHECK(regression::judge(scenario, ran).empty());
}

TEST_CASE(
    "what was wrong with a script stands before what came of it, and a script that was right is not named") {
  auto scenario = expecting_busy();
  scenario.file = "s.toml";
  auto ran = busy_after(7s);
  ran.outcomes[0].evidence.fault_text = "login.toml:9:1: no \"login: \" came";
  CHECK(regression::judge(scenario, ran).empty());
  ran.dials = 2;
  CHECK(regression::judge(scenario, ran) ==
        std::vector<std::string>{"the script: login.toml:9:1: no \"login: \" came",
                                 "dials: expected 1, got 2"});
}

TEST_CASE("a command that should have succeeded is shown with its status") {
  regression::Scenario scenario;
  scenario.command = "x";
  scenario.expect.succeeds = true;
  regression::Ran ran;
  ran.status = 127;
  CHECK(regression::judge(scenario, ran) ==
        std::vector<std::string>{"succeeds: expected true, got status 127"});
  ran.status = 0;
  CHECK(regression::judge(scenario, ran).empty());
  scenario.expect.succeeds = false;
  CHECK(regression::judge(scenario, ran) ==
        std::vector<std::string>{"succeeds: expected false, got status 0"});
}

TEST_CASE("a command that never spoke to the modem has not tried it") {
  regression::Scenario scenario;
  scenario.command = "x";
  scenario.expect.speaks = true;
  regression::Ran ran;
  ran.status = 1;
  CHECK(regression::judge(scenario, ran) == std::vector<std::string>{"speaks: expected true, got false"});
  ran.transcript.push_back({.at = {}, .kind = transcript::Kind::received, .text = "OK"});
  CHECK_FALSE(regression::judge(scenario, ran).empty());
  ran.transcript.push_back({.at = {}, .kind = transcript::Kind::sent, .text = "AT\r"});
  CHECK(regression::judge(scenario, ran).empty());
}
