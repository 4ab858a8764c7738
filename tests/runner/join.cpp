#include "harness/runner/join.hpp"

#include "harness/runner/event.hpp"
#include "tests/catch.hpp"

#include <boost/asio/io_context.hpp>

#include <stdexcept>

using namespace dialbench::runner;

namespace {

boost::asio::awaitable<void> wait_for(Event& event, unsigned& ended) {
  co_await event.wait();
  ++ended;
}

boost::asio::awaitable<void> fail_after(Event& event) {
  co_await event.wait();
  throw std::logic_error("a bug");
}

struct Family {
  boost::asio::io_context io{1};
  Join join{io.get_executor()};
  Event one, other;
  unsigned ended = 0;
  bool abandoned = false;
  bool over = false;
  std::exception_ptr failure;

  void wait() {
    std::function<void()> abandon = [this] {
      abandoned = true;
      other.set();
    };
    boost::asio::co_spawn(io, join.wait(std::move(abandon)), [this](std::exception_ptr error) {
      over = true;
      failure = error;
    });
    io.poll();
  }
  void set(Event& event) {
    event.set();
    io.restart();
    io.poll();
  }
};

} // namespace

TEST_CASE("a join waits for every child") {
  Family family;
  family.join.start(wait_for(family.one, family.ended));
  family.join.start(wait_for(family.other, family.ended));
  family.wait();
  family.set(family.one);
  REQUIRE_FALSE(family.over);
  family.set(family.other);
  REQUIRE(family.over);
  REQUIRE(family.ended == 2);
  REQUIRE_FALSE(family.abandoned);
  REQUIRE_FALSE(family.failure);
}

TEST_CASE("without children there is nothing to wait for") {
  Family family;
  family.wait();
  REQUIRE(family.over);
}

TEST_CASE("a child that fails ends the others, and its failure comes out last") {
  Family family;
  family.join.start(fail_after(family.one));
  family.join.start(wait_for(family.other, family.ended));
  family.wait();
  family.set(family.one);
  REQUIRE(family.abandoned);
  REQUIRE(family.ended == 1);
  REQUIRE(family.over);
  REQUIRE_THROWS_AS(std::rethrow_exception(family.failure), std::logic_error);
}
