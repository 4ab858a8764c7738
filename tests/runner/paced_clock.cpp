#include "harness/runner/paced_clock.hpp"

#include "tests/catch.hpp"

using namespace dialbench;
using namespace std::chrono_literals;
using runner::PacedClock;

TEST_CASE("exchange time is real time multiplied by the pace") {
  const PacedClock::Steady::time_point start(1000s);
  const PacedClock clock(10, start);
  REQUIRE(clock.at(start) == 0us);
  REQUIRE(clock.at(start + 1s) == 10s);
  REQUIRE(clock.at(start + 100us) == 1ms);
}

TEST_CASE("a deadline has come at its moment, and not much later") {
  const double pace = GENERATE(0.001, 0.3, 1.0, 7.0, 10.0, 99.9, 1000.0, 12345.6);
  const Time time = GENERATE(0us, 1us, 3us, 999us, 1s, 61s, 3600s, 86400s);
  const PacedClock::Steady::time_point start(123456789ns);
  const PacedClock clock(pace, start);
  const auto moment = clock.when(time);
  REQUIRE(clock.at(moment) >= time);
  REQUIRE(clock.at(moment - 3us) <= time);
}

TEST_CASE("a deadline beyond all time is never") {
  const PacedClock clock(1);
  REQUIRE(clock.when(Time::max()) == PacedClock::Steady::time_point::max());
  REQUIRE(PacedClock(0.0001).when(std::chrono::hours(24 * 3650)) == PacedClock::Steady::time_point::max());
}

TEST_CASE("a pace that is none is 1") {
  const PacedClock::Steady::time_point start(5s);
  REQUIRE(PacedClock(0, start).at(start + 2s) == 2s);
}
