// One coroutine waits, others wake it. For one thread, and one waiter at a time.
//
// The waiter is resumed inside set(), not by way of the queue: a reply and the command that follows it then
// cost one read, one write and no round through the reactor in between.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <optional>
#include <utility>

namespace dialbench::runner {

class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  // Wakes the waiter; where nobody waits, the next wait() passes at once.
  void set() {
    if (!waiter_) {
      set_ = true;
      return;
    }
    auto waiter = std::move(*waiter_);
    waiter_.reset();
    boost::asio::dispatch(std::move(waiter));
  }

  boost::asio::awaitable<void> wait() {
    if (!set_) {
      auto park = [this](Waiter waiter) { waiter_.emplace(std::move(waiter)); };
      co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void()>(
          park, boost::asio::use_awaitable);
    }
    set_ = false;
  }

 private:
  using Waiter = boost::asio::async_result<boost::asio::use_awaitable_t<>, void()>::handler_type;
  std::optional<Waiter> waiter_;
  bool set_ = false;
};

} // namespace dialbench::runner
