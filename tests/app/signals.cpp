#include "harness/app/signals.hpp"

#include "tests/catch.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <csignal>

namespace dialbench::app {

TEST_CASE("a signal is told twice, then the system's own way holds again") {
  boost::asio::io_context context{1};
  int asked = 0;
  Signals signals(context.get_executor(), [&] { ++asked; });
  std::raise(SIGINT);
  while (asked == 0 && context.run_one_for(std::chrono::seconds(5)) > 0) {
  }
  REQUIRE(asked == 1);
  REQUIRE(signals.number() == SIGINT);
  std::raise(SIGTERM);
  context.run();
  REQUIRE(asked == 2);
  REQUIRE(signals.number() == SIGTERM);
  struct sigaction now = {};
  REQUIRE(sigaction(SIGINT, nullptr, &now) == 0);
  REQUIRE(now.sa_handler == SIG_DFL);
}

TEST_CASE("signals that are ignored keep no program alive, not even one that came just before") {
  boost::asio::io_context context{1};
  Signals signals(context.get_executor(), [] {});
  std::raise(SIGTERM);
  signals.ignore();
  context.run_for(std::chrono::seconds(5));
  REQUIRE(context.stopped());
}

TEST_CASE("a signal whose handler is already queued when it is ignored is not told, and nothing waits on") {
  boost::asio::io_context context{1};
  int asked = 0;
  Signals signals(context.get_executor(), [&] { ++asked; });
  std::raise(SIGTERM);
  // The reactor finds the signal in the same round in which this handler runs before the signal's own.
  boost::asio::post(context, [&] { boost::asio::post(context, [&] { signals.ignore(); }); });
  context.run_for(std::chrono::seconds(5));
  REQUIRE(context.stopped());
  REQUIRE(asked <= 1);
}

TEST_CASE("a pipe that nobody reads does not end the program") {
  struct sigaction before = {};
  REQUIRE(sigaction(SIGPIPE, nullptr, &before) == 0);
  survive_closed_pipes();
  REQUIRE(std::raise(SIGPIPE) == 0);
  sigaction(SIGPIPE, &before, nullptr);
}

} // namespace dialbench::app
