// How a port is to be opened: name, rate, format, flow control, and what becomes of DTR and RTS.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::port {

using Baud = std::uint32_t; // bits per second between computer and modem; any rate the driver can make

enum class Parity : std::uint8_t { none, odd, even };
struct Format {
  unsigned data_bits = 8; // 7 or 8
  Parity parity = Parity::none;
  unsigned stop_bits = 1; // 1 or 2
  friend bool operator==(const Format&, const Format&) = default;
};
std::optional<Format> parse_format(std::string_view text); // 8N1, 7E1, 7O1, 8E1, 8O1, 8N2 ...
std::string shown(const Format& format);

enum class Flow : std::uint8_t { none, rts_cts, xon_xoff };
std::optional<Flow> parse_flow(std::string_view text); // none, rts-cts, xon-xoff
std::string_view name(Flow flow) noexcept;

struct Settings {
  std::string name; // /dev/ttyUSB0, ttyUSB0, a link
  Baud rate = 115200;
  Format format;
  Flow flow = Flow::rts_cts;
  bool dtr = true; // raised at open; lowered on close (HUPCL), so that a modem with &D2 hangs up
  bool rts = true;
};

} // namespace dialbench::port
