#include "harness/runner/alarm.hpp"

#include "tests/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

using namespace std::chrono_literals;
using dialbench::runner::Alarm;
using Steady = std::chrono::steady_clock;

namespace {

struct Waiting {
  boost::asio::io_context io{1};
  Alarm alarm{io.get_executor()};
  bool woken = false;

  void begin() {
    boost::asio::co_spawn(io, alarm.wait(), [this](std::exception_ptr) { woken = true; });
    io.poll();
  }
};

} // namespace

TEST_CASE("it wakes at its moment, not before") {
  Waiting waiting;
  const auto moment = Steady::now() + 3ms;
  waiting.alarm.set(moment);
  waiting.begin();
  waiting.io.run();
  REQUIRE(waiting.woken);
  REQUIRE(Steady::now() >= moment);
}

TEST_CASE("a later moment leaves the timer alone, and holds") {
  Waiting waiting;
  const auto first = Steady::now() + 2ms;
  waiting.alarm.set(first);
  waiting.begin();
  const auto later = first + 5ms;
  waiting.alarm.set(later);
  REQUIRE((waiting.woken || waiting.alarm.armed() == first || waiting.alarm.armed() == Alarm::Moment::min()));
  waiting.io.run();
  REQUIRE(waiting.woken);
  REQUIRE(Steady::now() >= later);
}

TEST_CASE("an earlier moment is kept") {
  Waiting waiting;
  waiting.alarm.set(Steady::now() + 1h);
  waiting.begin();
  REQUIRE_FALSE(waiting.woken);
  waiting.alarm.set(Steady::now() + 1ms);
  waiting.io.run();
  REQUIRE(waiting.woken);
}

TEST_CASE("ringing wakes at once, also a wait that begins after it") {
  Waiting waiting;
  SECTION("waiting") {
    waiting.begin();
    REQUIRE_FALSE(waiting.woken);
    waiting.alarm.ring();
    waiting.io.run();
  }
  SECTION("not yet waiting") {
    waiting.alarm.ring();
    waiting.begin();
  }
  REQUIRE(waiting.woken);
}
