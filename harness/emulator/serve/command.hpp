// Somebody else's program, run beside an emulated modem: a shell command with our own standard input, output
// and error.
#pragma once

#include "at/expected.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/signal_set.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace dialbench::serve {

// `slot` (in its braces, not empty) in the command, wherever it stands, replaced by `text`, which is quoted
// for the shell where it needs it. With a $ right in front it is a variable of the shell's, and stays.
std::string with_slot(std::string_view command, std::string_view slot, std::string_view text);
// {port} in the command, wherever it stands, replaced; quoted for the shell where the name needs it.
std::string with_port(std::string_view command, std::string_view port);
// The same for several: {port} and {port1} are the first, {port2} is the second. A number that has no port
// stays.
std::string with_ports(std::string_view command, const std::vector<std::string>& ports);

// Its process group. In ours a terminal's Ctrl-C reaches both. In one of its own signals reach whatever it
// has started, too, and nothing of that outlives the Command: dialers whose port is gone have been seen to
// spin.
enum class Group { ours, own };

class Command {
 public:
  // Starts `/bin/sh -c command`, with DIALBENCH_PORT set to `port`. The error: an errno value.
  static at::Expected<std::unique_ptr<Command>, int> start(const boost::asio::any_io_executor& executor,
                                                           const std::string& command,
                                                           const std::string& port,
                                                           Group group = Group::ours);
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  ~Command(); // kills it, where it still runs

  // Its exit status; 128 + n where signal n ended it, as shells have it.
  boost::asio::awaitable<int> wait();
  // To the command and all that it has started; once it has ended: to what is left of its own group.
  void signal(int number);

 private:
  explicit Command(const boost::asio::any_io_executor& executor);
  bool ended(int& status) noexcept;

  boost::asio::signal_set children_;
  pid_t pid_ = 0;   // 0: reaped, or not begun
  pid_t group_ = 0; // of its own; 0: ours
};

} // namespace dialbench::serve
