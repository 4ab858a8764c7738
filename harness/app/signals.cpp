#include "harness/app/signals.hpp"

#include <boost/system/error_code.hpp>

#include <csignal>
#include <sys/ioctl.h>
#include <unistd.h>

namespace dialbench::app {

bool output_is_terminal() noexcept { return isatty(STDOUT_FILENO) != 0; }

unsigned output_columns() noexcept {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void survive_closed_pipes() noexcept {
  // A handler and not SIG_IGN: what is ignored stays ignored in children (socat), what is handled does not.
  struct sigaction action = {};
  action.sa_handler = [](int) {};
  sigaction(SIGPIPE, &action, nullptr);
}

Signals::Signals(const boost::asio::any_io_executor& executor, std::function<void()> asked)
    : signals_(executor, SIGINT, SIGTERM, SIGHUP)
    , asked_(std::move(asked)) {
  wait();
}

void Signals::ignore() {
  ignored_ = true; // a signal that is already on its way to the handler cannot be cancelled any more
  boost::system::error_code unimportant;
  signals_.cancel(unimportant);
}

void Signals::wait() {
  signals_.async_wait([this](const boost::system::error_code& error, int number) {
    if (error || ignored_) return;
    number_ = number;
    ++times_;
    boost::system::error_code unimportant;
    if (times_ >= 2) signals_.clear(unimportant);
    asked_();
    if (times_ < 2) wait();
  });
}

} // namespace dialbench::app
