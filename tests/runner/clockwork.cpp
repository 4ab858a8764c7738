#include "harness/runner/clockwork.hpp"

#include "harness/runner/wake.hpp"

#include "tests/catch.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <optional>
#include <string>

using namespace dialbench;
using namespace std::chrono_literals;
using runner::Clockwork;
using runner::Wake;
using Steady = std::chrono::steady_clock;

namespace {

Wake::Moment armed(boost::asio::io_context& io) { return boost::asio::use_service<Clockwork>(io).armed(); }

} // namespace

TEST_CASE("it calls at its moment, once, and not before it") {
  boost::asio::io_context io{1};
  unsigned calls = 0;
  Wake wake(io.get_executor(), [&] { ++calls; });
  const auto moment = Steady::now() + 2ms;
  wake.set(moment);
  io.run();
  REQUIRE(calls == 1);
  REQUIRE(Steady::now() >= moment);
  REQUIRE(armed(io) == Wake::Moment::max());
}

TEST_CASE("a later moment leaves the timer alone, and is kept") {
  boost::asio::io_context io{1};
  unsigned calls = 0;
  Wake wake(io.get_executor(), [&] { ++calls; });
  const auto early = Steady::now() + 2ms;
  wake.set(early);
  const auto late = early + 3ms;
  wake.set(late);
  REQUIRE(armed(io) == early);
  io.run();
  REQUIRE(calls == 1);
  REQUIRE(Steady::now() >= late);
}

TEST_CASE("an earlier moment moves the timer") {
  boost::asio::io_context io{1};
  unsigned calls = 0;
  Wake wake(io.get_executor(), [&] { ++calls; });
  wake.set(Steady::now() + 2s);
  const auto early = Steady::now() + 1ms;
  wake.set(early);
  REQUIRE(armed(io) == early);
  io.run();
  REQUIRE(calls == 1); // the handler of the timer that was moved called nothing
}

TEST_CASE("a moment far away is approached in steps, so that what comes before it is rarely earlier") {
  boost::asio::io_context io{1};
  Wake wake(io.get_executor(), [] {});
  wake.set(Steady::now() + 1h);
  REQUIRE(armed(io) <= Steady::now() + Clockwork::step_max);
  const auto before = armed(io);
  wake.set(Steady::now() + 5s);
  REQUIRE(armed(io) == before);
}

TEST_CASE("what is stopped or gone calls nothing, and keeps no executor waiting") {
  boost::asio::io_context io{1};
  unsigned calls = 0;
  std::optional<Wake> wake(std::in_place, io.get_executor(), [&] { ++calls; });
  SECTION("stopped") {
    wake->set(Steady::now() + 1h);
    wake->stop();
  }
  SECTION("gone while its timer is on the way") {
    wake->set(Steady::now() - 1ms);
    wake.reset();
  }
  SECTION("never set") { wake->set(Wake::Moment::max()); }
  io.run();
  REQUIRE(calls == 0);
}

TEST_CASE("it may be set again from within its call") {
  boost::asio::io_context io{1};
  unsigned calls = 0;
  Wake* self = nullptr;
  Wake wake(io.get_executor(), [&] {
    if (++calls < 3) self->set(Steady::now() + 1ms);
  });
  self = &wake;
  wake.set(Steady::now());
  io.run();
  REQUIRE(calls == 3);
}

TEST_CASE("one timer serves all, and each is called at its own moment") {
  boost::asio::io_context io{1};
  std::string order;
  Wake late(io.get_executor(), [&] { order += 'c'; });
  Wake early(io.get_executor(), [&] { order += 'a'; });
  Wake middle(io.get_executor(), [&] { order += 'b'; });
  const auto now = Steady::now();
  late.set(now + 6ms);
  early.set(now + 2ms);
  middle.set(now + 4ms);
  io.run();
  REQUIRE(order == "abc");
  REQUIRE(Steady::now() >= now + 6ms);
}

TEST_CASE("a call may end others that are due as well") {
  boost::asio::io_context io{1};
  unsigned calls = 0;
  std::optional<Wake> one, other;
  one.emplace(io.get_executor(), [&] { ++calls, other->stop(); });
  other.emplace(io.get_executor(), [&] { ++calls, one->stop(); });
  one->set(Steady::now());
  other->set(Steady::now());
  io.run();
  REQUIRE(calls == 1);
}

TEST_CASE("one that asks for a moment that has passed does not keep the others from theirs") {
  boost::asio::io_context io{1};
  unsigned greedy_calls = 0;
  Wake* self = nullptr;
  bool other_called = false;
  Wake greedy(io.get_executor(), [&] {
    ++greedy_calls;
    if (!other_called) self->set(Wake::Moment::min());
  });
  self = &greedy;
  Wake other(io.get_executor(), [&] { other_called = true; });
  greedy.set(Steady::now());
  other.set(Steady::now());
  io.run();
  REQUIRE(other_called);
  REQUIRE(greedy_calls <= 2);
}

TEST_CASE("a timer that nobody waits for keeps no executor running, and serves who comes next") {
  boost::asio::io_context io{1};
  unsigned calls = 0;
  Wake wake(io.get_executor(), [&] { ++calls; });
  boost::asio::post(io, [&] {
    wake.set(Steady::now() + 1h);
    const auto before = armed(io);
    wake.stop();
    REQUIRE(armed(io) == before); // left alone
    wake.set(Steady::now() + 1ms);
  });
  io.run();
  REQUIRE(calls == 1);
  io.restart();
  boost::asio::post(io, [&] {
    wake.set(Steady::now() + 1h);
    wake.stop();
  });
  io.run();
  io.restart();
  boost::asio::post(io, [&] { wake.set(Steady::now() + 1ms); });
  io.run();
  REQUIRE(calls == 2);
}
