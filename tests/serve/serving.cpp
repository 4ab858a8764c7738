#include "harness/emulator/serve/serving.hpp"

#include "tests/catch.hpp"

#include <stdexcept>

using namespace dialbench;
using namespace dialbench::serve;
using namespace std::chrono_literals;

TEST_CASE("modems with one start have one time") {
  Serving serving;
  serving.pace = 10;
  serving.start = std::chrono::steady_clock::now() - 1s;
  const auto one = clock_of(serving);
  const auto other = clock_of(serving);
  CHECK(one.at(serving.start) == Time{});
  CHECK(one.at(serving.start + 2s) == Time{20s});
  CHECK(one.when(Time{20s}) == other.when(Time{20s}));
}

TEST_CASE("a deadline that is past is not asked for in a spin, and none is never asked for") {
  const runner::PacedClock clock(1);
  const auto now = std::chrono::steady_clock::now();
  CHECK(wake_time(clock, Time{5s}, std::nullopt) == std::chrono::steady_clock::time_point::max());
  CHECK(wake_time(clock, Time{5s}, Time{5s}) >= now + 1ms);
  CHECK(wake_time(clock, Time{5s}, Time{1h}) == clock.when(Time{1h}));
}

TEST_CASE("a record that throws is asked once, and serving goes on") {
  Serving serving;
  transcript::Event event;
  const runner::PacedClock clock(1, std::chrono::steady_clock::now() - 1h);
  record(serving, event, clock, transcript::Kind::sent, "AT\r"); // there is none: nothing happens
  unsigned calls = 0;
  serving.record = [&](const transcript::Event& kept) {
    CHECK(kept.text == "AT\r");
    CHECK(kept.at >= Time{1h});
    ++calls;
    throw std::runtime_error("disk full");
  };
  record(serving, event, clock, transcript::Kind::sent, "AT\r");
  record(serving, event, clock, transcript::Kind::sent, "ATZ\r");
  CHECK(calls == 1);
}
