#include "harness/runner/event.hpp"

#include "tests/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

using dialbench::runner::Event;

namespace {

boost::asio::awaitable<void> count_waits(Event& event, unsigned& passed, unsigned until) {
  while (passed < until) {
    co_await event.wait();
    ++passed;
  }
}

} // namespace

TEST_CASE("setting it wakes the waiter before set() returns") {
  boost::asio::io_context io(1);
  Event event;
  unsigned passed = 0;
  boost::asio::co_spawn(io, count_waits(event, passed, 1), [](std::exception_ptr) {});
  io.poll();
  REQUIRE(passed == 0);
  unsigned inside = 0;
  boost::asio::post(io, [&] { event.set(), inside = passed; });
  io.restart();
  io.poll();
  REQUIRE(inside == 1);
}

TEST_CASE("set while nobody waits, it lets one wait pass") {
  boost::asio::io_context io(1);
  Event event;
  unsigned passed = 0;
  event.set();
  event.set();
  boost::asio::co_spawn(io, count_waits(event, passed, 2), [](std::exception_ptr) {});
  io.poll();
  REQUIRE(passed == 1);
  event.set();
  io.restart();
  io.poll();
  REQUIRE(passed == 2);
}
