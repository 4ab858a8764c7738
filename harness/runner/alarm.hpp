// Wakes one coroutine at a moment that others move about.
//
// Deadlines mostly move later: each step of a script has its own. Moving it later costs nothing here: the
// timer fires at the old moment, and is armed again then. Only an earlier moment touches the timer.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>

namespace dialbench::runner {

class Alarm {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  explicit Alarm(const boost::asio::any_io_executor& executor)
      : timer_(executor) {}

  void set(Moment moment) {
    wanted_ = moment;
    if (wanted_ < armed_) timer_.cancel();
  }
  // Lets wait() return now.
  void ring() { set(Moment::min()); }

  // Until the moment that was set last.
  boost::asio::awaitable<void> wait() {
    while (std::chrono::steady_clock::now() < wanted_) {
      armed_ = wanted_;
      timer_.expires_at(armed_);
      boost::system::error_code error;
      auto token = boost::asio::redirect_error(boost::asio::use_awaitable, error);
      co_await timer_.async_wait(token);
      armed_ = Moment::min();
    }
  }

  // What the timer itself waits for; min: nobody waits.
  [[nodiscard]] Moment armed() const noexcept { return armed_; }

 private:
  boost::asio::steady_timer timer_;
  Moment wanted_ = Moment::max();
  Moment armed_ = Moment::min();
};

} // namespace dialbench::runner
