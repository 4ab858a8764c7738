#include "tests/proof/shrink.hpp"

#include "tests/catch.hpp"

#include <algorithm>

using namespace dialbench;
using namespace std::chrono_literals;
using faults::Fault;
using proof::Situation;

namespace {

Fault fault(Fault::Kind kind, std::size_t count, Duration length) {
  Fault made;
  made.kind = kind;
  made.count = static_cast<decltype(made.count)>(count);
  made.length = length;
  return made;
}

Situation crowded() {
  Situation situation;
  situation.calls.resize(3);
  situation.habits = {{"late_echo", "true"}, {"final_twice", "true"}};
  situation.faults = {fault(Fault::Kind::drop, 3, {}), fault(Fault::Kind::flood, 40, 1s),
                      fault(Fault::Kind::stall, 1, 10s)};
  situation.chunk_seed = 7;
  situation.between = 3s;
  situation.dial_timeout = 20s;
  situation.plan.retries = 2;
  situation.plan.pulse = true;
  return situation;
}

} // namespace

TEST_CASE("what does not break anything goes, and the fault that does is made as weak as it can be") {
  const auto floods = [](const Situation& situation) {
    return !situation.calls.empty() && std::ranges::any_of(situation.faults, [](const Fault& each) {
      return each.kind == Fault::Kind::flood && each.count >= 5;
    });
  };
  const auto least = proof::shrunk(crowded(), floods);
  REQUIRE(least.faults.size() == 1);
  CHECK(least.faults[0].kind == Fault::Kind::flood);
  CHECK(least.faults[0].count == 5);
  CHECK(least.faults[0].length < 1ms);
  CHECK(least.calls.size() == 1);
  CHECK(least.habits.empty());
  CHECK(least.chunk_seed == 0);
  CHECK(least.between == Duration{});
  CHECK_FALSE(least.dial_timeout);
  CHECK(least.plan.retries == 0);
  CHECK_FALSE(least.plan.pulse);
}

TEST_CASE("what it needs stays: two faults together, a habit, the second call") {
  const auto needs = [](const Situation& situation) {
    return situation.faults.size() >= 2 && situation.calls.size() >= 2 && situation.has_habit("final_twice");
  };
  const auto least = proof::shrunk(crowded(), needs);
  CHECK(least.faults.size() == 2);
  CHECK(least.calls.size() == 2);
  CHECK(least.habits == decltype(least.habits){{"final_twice", "true"}});
}

TEST_CASE("whatever it gives still breaks") {
  unsigned asked = 0;
  const auto odd = [&](const Situation& situation) {
    ++asked;
    return (situation.faults.size() + situation.calls.size()) % 2 == 0; // six, four, two
  };
  const auto least = proof::shrunk(crowded(), odd);
  CHECK(odd(least));
  CHECK(asked < 1000);
}
