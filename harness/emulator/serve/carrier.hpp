// What an emulated modem hangs on: a pty, a socat pair, stdin and stdout.
#pragma once

#include "harness/emulator/serve/terminal.hpp"

#include <boost/asio/posix/stream_descriptor.hpp>

#include <string>

namespace dialbench::serve {

class Carrier {
 public:
  Carrier() = default;
  Carrier(const Carrier&) = delete;
  Carrier& operator=(const Carrier&) = delete;
  virtual ~Carrier() = default; // links, children and folders go with it

  [[nodiscard]] virtual const std::string&
  port() const noexcept = 0; // what a dialer opens; empty: nothing to open
  virtual boost::asio::posix::stream_descriptor& in() noexcept = 0;
  virtual boost::asio::posix::stream_descriptor& out() noexcept = 0;
  virtual Terminal* terminal() noexcept = 0; // null: there is none
  // Goes away at once, link and child included. May be called twice.
  virtual void pull() noexcept = 0;
};

} // namespace dialbench::serve
