// Where control commands come from: a socket of the file system, or a descriptor such as standard input.
#pragma once

#include "at/expected.hpp"
#include "harness/emulator/serve/control.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <memory>
#include <string>

namespace dialbench::serve {

class Control {
 public:
  virtual ~Control() = default; // the socket's name goes with it
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;

  // A socket that nobody listens on any more is replaced; nothing else is. The error: one line for a person.
  static at::Expected<std::unique_ptr<Control>, std::string>
  on_socket(const boost::asio::any_io_executor& executor, Fleet& fleet, const std::string& path);
  // Commands from standard input, replies to standard error. Its end ends only the commands.
  static at::Expected<std::unique_ptr<Control>, std::string>
  on_stdin(const boost::asio::any_io_executor& executor, Fleet& fleet);

 protected:
  Control() = default;
};

} // namespace dialbench::serve
