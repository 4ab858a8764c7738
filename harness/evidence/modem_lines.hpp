// The lines of RS-232 beside the data, as the computer (DTE) sees them.
#pragma once

namespace dialbench::evidence {

struct ModemLines { // set by the modem
  bool dcd = false;
  bool dsr = false;
  bool cts = false;
  bool ri = false;
  friend bool operator==(const ModemLines&, const ModemLines&) = default;
};

// Counted by the UART since the port was opened; a pty counts nothing.
struct UartErrors {
  unsigned overrun = 0;
  unsigned framing = 0;
  unsigned parity = 0;
  unsigned breaks = 0;
  friend bool operator==(const UartErrors&, const UartErrors&) = default;
};

} // namespace dialbench::evidence
