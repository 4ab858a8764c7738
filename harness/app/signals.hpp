// What the operating system tells this process: that it is to stop, that a pipe is gone, whether a person
// watches.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/signal_set.hpp>

#include <functional>

namespace dialbench::app {

bool output_is_terminal() noexcept;
unsigned output_columns() noexcept; // of the terminal; 0: none, or it does not say

// A reader that goes away (dialbench ... | head) must not end a call in its middle. Children get the default
// back.
void survive_closed_pipes() noexcept;

// Ctrl-C, a request to end, a terminal that was closed: `asked` is called the first two times (hang up first,
// then leave at once); after that the system's own way holds again, so that nothing can keep the program.
class Signals {
 public:
  Signals(const boost::asio::any_io_executor& executor, std::function<void()> asked);
  ~Signals() { ignore(); }
  [[nodiscard]] int number() const noexcept { return number_; } // of the last one
  void ignore();                                                // the executor may then come to its end

 private:
  void wait();

  boost::asio::signal_set signals_;
  std::function<void()> asked_;
  int times_ = 0;
  int number_ = 0;
  bool ignored_ = false;
};

} // namespace dialbench::app
