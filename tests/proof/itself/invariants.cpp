// A run in which all is well, and then one thing that is not: each must be seen.
#include "tests/proof/invariants.hpp"

#include "tests/catch.hpp"

#include <functional>

using namespace dialbench;
using namespace std::chrono_literals;
using emulator::Far;
using evidence::OutcomeClass;
using proof::Situation;
using proof::Trial;
using proof::Tried;

namespace {

Situation quiet() {
  Situation situation;
  situation.calls.resize(2);
  situation.calls[0].kind = Far::Kind::modem;
  situation.calls[1].kind = Far::Kind::busy;
  return situation;
}

std::string broken_by(const std::function<void(Tried&)>& change, std::size_t attempt = 1) {
  const auto situation = quiet();
  Trial trial = proof::run(situation);
  REQUIRE(trial.attempts.size() == 2);
  change(trial.attempts[attempt]);
  return proof::broken(situation, trial).value_or("");
}

} // namespace

TEST_CASE("a modem that answers and a busy number break nothing, and both are decidable") {
  const auto situation = quiet();
  const Trial trial = proof::run(situation);
  CHECK(proof::broken(situation, trial) == std::nullopt);
  CHECK(proof::is_decidable(situation, trial, 0));
  CHECK(proof::is_decidable(situation, trial, 1));
  CHECK(trial.attempts[0].outcome->outcome == OutcomeClass::connected);
  CHECK(trial.attempts[1].outcome->outcome == OutcomeClass::busy);
}

TEST_CASE("everything that does not hold is seen") {
  CHECK(broken_by([](Tried& tried) { tried.outcome.reset(); }) == "attempt 2: it did not end");
  CHECK_THAT(broken_by([](Tried& tried) { tried.end += 24h; }), ContainsSubstring("it took "));
  CHECK_THAT(broken_by([](Tried& tried) { tried.outcome->evidence.ended.reset(); }),
             ContainsSubstring("its end has no time"));
  CHECK_THAT(broken_by([](Tried& tried) { tried.changed_afterwards = true; }),
             ContainsSubstring("went on behind its end"));
  CHECK(broken_by([](Tried& tried) { tried.dial_lines = 11; }) == "attempt 2: 11 dials, and the cap is 10");
  CHECK_THAT(broken_by([](Tried& tried) { tried.peak_bytes = proof::attempt_bytes_max + 1; }),
             ContainsSubstring("bytes of memory"));
  CHECK_THAT(broken_by([](Tried& tried) { tried.heard = "\r\nOK\r\n"; }),
             ContainsSubstring("nobody said its word in this attempt: BUSY"));
  CHECK_THAT(broken_by([](Tried& tried) { tried.dtr = false; }), ContainsSubstring("DTR was left low"));
  CHECK_THAT(broken_by([](Tried& tried) { tried.outcome->outcome = OutcomeClass::no_answer; }),
             ContainsSubstring("its class is no_answer, not busy"));
  CHECK_THAT(broken_by([](Tried& tried) { tried.on_hook = false; }),
             ContainsSubstring("the modem is still off hook"));
  CHECK_THAT(broken_by([](Tried& tried) { tried.talking = true; }, 0),
             ContainsSubstring("the hang-up is proven, and the call is not over"));
  CHECK_THAT(broken_by([](Tried& tried) { tried.outcome->evidence.hang_up_proven = false; }, 0),
             ContainsSubstring("attempt 1: the hang-up is not proven"));
}
