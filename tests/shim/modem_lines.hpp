// The file that the preload shim and a test share: the lines and counters that a pty lacks, as the shim plays
// them. A test writes what the modem and the line do, and reads what the program under test did.
#pragma once

#include <atomic>
#include <cstdint>

namespace dialbench::shim {

// Names the file, which must be at least sizeof(ModemLines) long.
inline constexpr const char* file_variable = "DIALBENCH_MODEM_LINES";

struct ModemLines {
  // TIOCM_CAR, TIOCM_DSR, TIOCM_CTS, TIOCM_RI: set by the test.
  std::atomic<std::uint32_t> from_modem;
  // TIOCM_DTR, TIOCM_RTS: set by the program.
  std::atomic<std::uint32_t> from_computer;
  // How often DTR went from on to off.
  std::atomic<std::uint32_t> dtr_drops;
  std::atomic<std::uint32_t> break_on;
  std::atomic<std::uint32_t> breaks_begun;

  // What TIOCGICOUNT says: set by the test.
  std::atomic<std::uint32_t> overrun, buffer_overrun, framing, parity, breaks;

  // A driver's limits, set by the test. 0: any rate; above the fastest, it stays at the fastest.
  std::atomic<std::uint32_t> fastest;
  // What TIOCGSERIAL says of a PC UART; 0: no such UART.
  std::atomic<std::uint32_t> base_rate;
  // 1: character size and parity are kept as set, which a pty does not do.
  std::atomic<std::uint32_t> keeps_format;
  std::atomic<std::uint32_t> format; // CSIZE, PARENB, PARODD as last set
};

} // namespace dialbench::shim
