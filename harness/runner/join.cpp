#include "harness/runner/join.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <utility>

namespace dialbench::runner {

namespace asio = boost::asio;

Join::Join(const asio::any_io_executor& executor)
    : executor_(executor)
    , changed_(executor, asio::steady_timer::time_point::max()) {}

void Join::start(asio::awaitable<void> child) {
  ++running_;
  asio::co_spawn(executor_, std::move(child), [this](std::exception_ptr failure) {
    --running_;
    if (failure && !failure_) failure_ = failure;
    if (failure || running_ == 0) changed_.cancel();
  });
}

asio::awaitable<void> Join::wait(std::function<void()> abandon) {
  // A cancelled caller must still wait for the children: they hold references to what it owns.
  const bool throws = co_await asio::this_coro::throw_if_cancelled();
  co_await asio::this_coro::throw_if_cancelled(false);
  while (running_ > 0) {
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    if (!failure_) co_await changed_.async_wait(token);
    const auto state = co_await asio::this_coro::cancellation_state;
    if (failure_ || state.cancelled() != asio::cancellation_type::none) {
      abandon();
      break;
    }
  }
  while (running_ > 0) {
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await changed_.async_wait(token);
  }
  co_await asio::this_coro::throw_if_cancelled(throws);
  if (failure_) std::rethrow_exception(failure_);
}

} // namespace dialbench::runner
