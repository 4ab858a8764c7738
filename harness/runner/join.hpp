// Child coroutines that are all awaited before their parent goes on, however it ends.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <exception>
#include <functional>
#include <utility>

namespace dialbench::runner {

class Join {
 public:
  explicit Join(const boost::asio::any_io_executor& executor);
  Join(const Join&) = delete;
  Join& operator=(const Join&) = delete;

  void start(boost::asio::awaitable<void> child);
  // Returns when every child has ended. When one fails, or when the caller is cancelled, `abandon` is called;
  // it makes the others end. The first failure is thrown again at the end.
  boost::asio::awaitable<void> wait(std::function<void()> abandon);

 private:
  boost::asio::any_io_executor executor_;
  boost::asio::steady_timer changed_; // never fires; cancelled when a child ends
  std::exception_ptr failure_;
  unsigned running_ = 0;
};

inline Join::Join(const boost::asio::any_io_executor& executor)
    : executor_(executor)
    , changed_(executor, boost::asio::steady_timer::time_point::max()) {}

inline void Join::start(boost::asio::awaitable<void> child) {
  ++running_;
  boost::asio::co_spawn(executor_, std::move(child), [this](const std::exception_ptr& failure) {
    --running_;
    if (failure && !failure_) failure_ = failure;
    if (failure || running_ == 0) changed_.cancel();
  });
}

inline boost::asio::awaitable<void> Join::wait(std::function<void()> abandon) {
  // A cancelled caller must still wait for the children: they hold references to what it owns.
  const bool throws = co_await boost::asio::this_coro::throw_if_cancelled();
  co_await boost::asio::this_coro::throw_if_cancelled(false);
  while (running_ > 0) {
    boost::system::error_code error;
    auto token = boost::asio::redirect_error(boost::asio::use_awaitable, error);
    if (!failure_) co_await changed_.async_wait(token);
    const auto state = co_await boost::asio::this_coro::cancellation_state;
    if (failure_ || state.cancelled() != boost::asio::cancellation_type::none) {
      abandon();
      break;
    }
  }
  while (running_ > 0) {
    boost::system::error_code error;
    auto token = boost::asio::redirect_error(boost::asio::use_awaitable, error);
    co_await changed_.async_wait(token);
  }
  co_await boost::asio::this_coro::throw_if_cancelled(throws);
  if (failure_) std::rethrow_exception(failure_);
}

} // namespace dialbench::runner
