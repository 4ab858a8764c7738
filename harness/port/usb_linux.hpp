// The USB device behind a terminal's node, found by walking up in /sys.
#pragma once

#include "harness/port/list.hpp"

#include <optional>
#include <string>

namespace dialbench::port {

struct UsbIdentity {
  std::string vendor;  // 0572, four hexadecimal digits
  std::string product; // 1340
  std::string text; // "Conexant USB Modem"; what the device calls itself, printable and bounded; may be empty
};
// `port` is a name below /sys/class/tty. Nothing: not on USB, or no /sys.
std::optional<UsbIdentity> usb_identity(const std::string& port, const Roots& roots);

} // namespace dialbench::port
