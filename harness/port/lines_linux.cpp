#include "harness/port/lines_linux.hpp"

#include <linux/serial.h>
#include <sys/ioctl.h>

namespace dialbench::port {
namespace {

bool write_line(int terminal, int line, std::optional<bool> on) noexcept {
  return !on || ::ioctl(terminal, *on ? TIOCMBIS : TIOCMBIC, &line) == 0;
}

} // namespace

bool has_lines(int terminal) noexcept {
  int lines = 0;
  return ::ioctl(terminal, TIOCMGET, &lines) == 0;
}

std::optional<evidence::ModemLines> read_lines(int terminal) noexcept {
  int lines = 0;
  if (::ioctl(terminal, TIOCMGET, &lines) != 0) return std::nullopt;
  evidence::ModemLines read;
  read.dcd = (lines & TIOCM_CAR) != 0;
  read.dsr = (lines & TIOCM_DSR) != 0;
  read.cts = (lines & TIOCM_CTS) != 0;
  read.ri = (lines & TIOCM_RI) != 0;
  return read;
}

bool write_lines(int terminal, std::optional<bool> dtr, std::optional<bool> rts) noexcept {
  const bool dtr_written = write_line(terminal, TIOCM_DTR, dtr);
  const bool rts_written = write_line(terminal, TIOCM_RTS, rts);
  return dtr_written && rts_written;
}

std::optional<evidence::UartErrors> read_counters(int terminal) noexcept {
  serial_icounter_struct counters{};
  if (::ioctl(terminal, TIOCGICOUNT, &counters) != 0) return std::nullopt;
  // Lost in the chip or lost in the driver's buffer: lost is lost.
  const unsigned overrun =
      static_cast<unsigned>(counters.overrun) + static_cast<unsigned>(counters.buf_overrun);
  return evidence::UartErrors{overrun, static_cast<unsigned>(counters.frame),
                              static_cast<unsigned>(counters.parity), static_cast<unsigned>(counters.brk)};
}

evidence::UartErrors counted_since(const evidence::UartErrors& then,
                                   const evidence::UartErrors& now) noexcept {
  return {now.overrun - then.overrun, now.framing - then.framing, now.parity - then.parity,
          now.breaks - then.breaks};
}

bool write_break(int terminal, bool on) noexcept { return ::ioctl(terminal, on ? TIOCSBRK : TIOCCBRK) == 0; }

} // namespace dialbench::port
