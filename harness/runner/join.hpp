// Child coroutines that are all awaited before their parent goes on, however it ends.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <exception>
#include <functional>

namespace dialbench::runner {

class Join {
 public:
  explicit Join(const boost::asio::any_io_executor& executor);
  Join(const Join&) = delete;
  Join& operator=(const Join&) = delete;

  void start(boost::asio::awaitable<void> child);
  // Returns when every child has ended. When one fails, or when the caller is cancelled, `abandon` is called; it
  // makes the others end. The first failure is thrown again at the end.
  boost::asio::awaitable<void> wait(std::function<void()> abandon);

 private:
  boost::asio::any_io_executor executor_;
  boost::asio::steady_timer changed_; // never fires; cancelled when a child ends
  std::exception_ptr failure_;
  unsigned running_ = 0;
};

} // namespace dialbench::runner
