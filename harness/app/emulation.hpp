// The modems of `dialbench emulate` and `dialbench replay` while they are served: until all of them are gone
// and nobody can plug one in again, a signal comes, or the command that runs beside them has ended.
#pragma once

#include "harness/app/signals.hpp"
#include "harness/emulator/serve/command.hpp"
#include "harness/emulator/serve/fleet.hpp"

#include <boost/asio/io_context.hpp>

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::app {

class Emulation {
 public:
  // `name`: the command's, for messages.
  Emulation(boost::asio::io_context& context, serve::Fleet& fleet, std::string_view name);
  Emulation(const Emulation&) = delete;
  Emulation& operator=(const Emulation&) = delete;

  // What is wrong with a command, before anything starts: a slot in it that so many modems do not have.
  static std::string problem(const std::string& command, unsigned modems);
  // Before run(). The error: why the command could not be started.
  std::string start(const std::string& command);
  // `gone` is told once where a port ends by itself; with others left, serving goes on.
  void run(std::function<void(unsigned n)> gone);
  // Lets run() end when nothing is left to be served: what takes commands has to go with it.
  std::function<void()> at_end;
  bool can_be_plugged = false; // a modem that is gone, by somebody's command

  [[nodiscard]] bool stopped() const noexcept { return stopped_; }
  [[nodiscard]] std::optional<int> status() const noexcept { return status_; } // of the command

 private:
  void end();
  void asked_to_stop();

  boost::asio::io_context& context_;
  serve::Fleet& fleet_;
  std::string_view name_;
  std::unique_ptr<serve::Command> command_;
  std::optional<int> status_;
  std::exception_ptr thrown_;
  std::size_t gone_ = 0;
  bool stopped_ = false;
  Signals signals_;
};

} // namespace dialbench::app
