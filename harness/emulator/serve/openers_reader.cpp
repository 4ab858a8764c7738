#include "harness/emulator/serve/openers_reader.hpp"

#include <boost/asio/query.hpp>

#include <fcntl.h>

namespace dialbench::serve {

namespace asio = boost::asio;

asio::execution_context::id OpenersReader::id;

OpenersReader::OpenersReader(asio::execution_context& context)
    : asio::execution_context::service(context) {}

OpenersReader::Use::Use(const asio::any_io_executor& executor)
    : reader_(asio::use_service<OpenersReader>(asio::query(executor, asio::execution::context))) {
  reader_.begin(executor);
}

void OpenersReader::begin(const asio::any_io_executor& executor) {
  if (modems_++ == 0) openers_ = Openers::of_this_thread();
  if (!descriptor_ && openers_->work()) {
    const int duplicate = ::fcntl(openers_->descriptor(), F_DUPFD_CLOEXEC, 0);
    if (duplicate < 0) return openers_->give_up(); // a count that nobody reads would say that nobody is there
    descriptor_.emplace(executor, duplicate);
  }
  wait();
}

void OpenersReader::end() {
  if (--modems_ > 0) return;
  descriptor_.reset();
  openers_.reset();
}

void OpenersReader::wait() {
  if (!descriptor_ || waiting_) return;
  waiting_ = true;
  descriptor_->async_wait(asio::posix::descriptor_base::wait_read, [this](boost::system::error_code error) {
    waiting_ = false;
    // An old wait may end after the next one should have begun.
    if (!error && openers_) openers_->read();
    if (openers_ && openers_->work()) wait();
  });
}

} // namespace dialbench::serve
