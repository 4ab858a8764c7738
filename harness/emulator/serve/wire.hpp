// What stands between the bytes of a connection and a modem: nothing (TCP), or Telnet with the com port
// option.
#pragma once

#include "harness/emulator/dce.hpp"
#include "harness/evidence/time.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace dialbench::serve {

// One for each connection.
class Wire {
 public:
  virtual ~Wire() = default;
  virtual void received(std::string_view bytes, emulator::Dce& modem, Time now) = 0;
  // What is to be sent to the client now: at most about `most` bytes, taken from the modem.
  virtual std::string to_send(emulator::Dce& modem, std::size_t most) = 0;
  // Whether to_send() would give something.
  [[nodiscard]] virtual bool has_something(const emulator::Dce& modem) const = 0;
  // Bytes that wait for the client beside the modem's own; reading stops while there are many.
  [[nodiscard]] virtual std::size_t held() const noexcept = 0;
};

std::unique_ptr<Wire> raw_wire();
std::unique_ptr<Wire> rfc2217_wire();

} // namespace dialbench::serve
