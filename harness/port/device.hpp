// What each platform supplies below the serial port: opening, claiming, settings, lines. device_linux.cpp is
// the Linux one; another platform adds a file of its own and changes nothing above.
#pragma once

#include "at/expected.hpp"
#include "harness/evidence/modem_lines.hpp"
#include "harness/evidence/port_fault.hpp"
#include "harness/port/list.hpp"
#include "harness/port/settings.hpp"

#include <boost/asio/serial_port.hpp>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dialbench::port {

class Device {
 public:
  using Handle = boost::asio::serial_port::native_handle_type;
  virtual ~Device() = default; // gives back, and closes the handle unless it was handed over

  [[nodiscard]] virtual Handle handle() const noexcept = 0;
  // From now on the caller closes the handle, after give_back().
  virtual void handed_over() noexcept = 0;
  // Lowers DTR and RTS, restores the settings found at open, releases every lock. Idempotent; what follows is
  // refused.
  virtual void give_back() noexcept = 0;

  // As many bytes as the driver takes at once; 0 and no error: none now.
  virtual std::size_t write_now(std::span<const char> bytes, boost::system::error_code& error) noexcept = 0;
  virtual std::optional<evidence::ModemLines> lines() noexcept = 0;
  virtual std::optional<evidence::UartErrors> uart_errors() noexcept = 0; // since this open
  virtual bool set_lines(std::optional<bool> dtr, std::optional<bool> rts) noexcept = 0;
  virtual bool set_break(bool on) noexcept = 0;
  virtual void discard_input() noexcept = 0;
};

using OpenedDevice = at::Expected<std::unique_ptr<Device>, evidence::PortProblem>;
OpenedDevice open_device(const Settings& settings, const Roots& roots = {});
// In their order, each whether or not the others can be had. It is looked once for all of them who might have
// a claim on them, where that takes no look at each.
std::vector<OpenedDevice> open_devices(std::span<const Settings> settings, const Roots& roots = {});

} // namespace dialbench::port
