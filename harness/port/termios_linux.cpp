#include "harness/port/termios_linux.hpp"

#include <array>
#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <cerrno>
#include <cmath>
#include <linux/serial.h>
#include <sys/ioctl.h>

namespace dialbench::port {
namespace {

struct NamedRate {
  Baud rate;
  tcflag_t bits;
};
// Where a rate has bits of its own they are used: whoever looks through the C library's termios then sees it
// too.
constexpr std::array named_rates{
    NamedRate{50, B50},           NamedRate{75, B75},           NamedRate{110, B110},
    NamedRate{134, B134},         NamedRate{150, B150},         NamedRate{200, B200},
    NamedRate{300, B300},         NamedRate{600, B600},         NamedRate{1200, B1200},
    NamedRate{1800, B1800},       NamedRate{2400, B2400},       NamedRate{4800, B4800},
    NamedRate{9600, B9600},       NamedRate{19200, B19200},     NamedRate{38400, B38400},
    NamedRate{57600, B57600},     NamedRate{115200, B115200},   NamedRate{230400, B230400},
    NamedRate{460800, B460800},   NamedRate{500000, B500000},   NamedRate{576000, B576000},
    NamedRate{921600, B921600},   NamedRate{1000000, B1000000}, NamedRate{1152000, B1152000},
    NamedRate{1500000, B1500000}, NamedRate{2000000, B2000000}, NamedRate{2500000, B2500000},
    NamedRate{3000000, B3000000}, NamedRate{3500000, B3500000}, NamedRate{4000000, B4000000}};

tcflag_t rate_bits(Baud rate) {
  for (const NamedRate& row : named_rates)
    if (row.rate == rate) return row.bits;
  return BOTHER;
}

tcflag_t format_bits(const Format& format) {
  tcflag_t bits = format.data_bits == 7 ? CS7 : CS8;
  if (format.parity != Parity::none) bits |= PARENB;
  if (format.parity == Parity::odd) bits |= PARODD;
  if (format.stop_bits == 2) bits |= CSTOPB;
  return bits;
}

termios2 raw_termios(const Settings& settings) {
  constexpr cc_t xon = 0x11;
  constexpr cc_t xoff = 0x13;
  termios2 raw{};
  // CLOCAL: DCD is watched by the session; the kernel must not end the port for it. HUPCL: DTR falls on
  // close, also when this process is killed.
  raw.c_cflag = CREAD | CLOCAL | HUPCL | rate_bits(settings.rate) | format_bits(settings.format);
  raw.c_iflag = IGNBRK;
  if (settings.flow == Flow::rts_cts) raw.c_cflag |= CRTSCTS;
  if (settings.flow == Flow::xon_xoff) raw.c_iflag |= IXON | IXOFF;
  raw.c_cc[VSTART] = xon;
  raw.c_cc[VSTOP] = xoff;
  raw.c_cc[VMIN] = 1; // 0 would make "nothing there" look like the end of the port
  raw.c_ispeed = settings.rate;
  raw.c_ospeed = settings.rate;
  return raw;
}

Format format_of(tcflag_t bits) {
  Format format;
  format.data_bits = 5 + (bits & CSIZE) / CS6;
  if ((bits & PARENB) != 0) format.parity = (bits & PARODD) != 0 ? Parity::odd : Parity::even;
  format.stop_bits = (bits & CSTOPB) != 0 ? 2 : 1;
  return format;
}

} // namespace

at::Expected<SavedTermios, int> save_termios(int terminal) {
  auto saved = std::make_shared<termios2>();
  if (::ioctl(terminal, TCGETS2, saved.get()) != 0) return at::Unexpected{int{errno}};
  return SavedTermios(std::move(saved));
}

void restore_termios(int terminal, const SavedTermios& saved) noexcept {
  if (saved) ::ioctl(terminal, TCSETS2, saved.get());
}

int make_raw(int terminal, const Settings& settings) {
  const termios2 raw = raw_termios(settings);
  if (::ioctl(terminal, TCSETS2, &raw) != 0) return errno;
  ::ioctl(terminal, TCFLSH, TCIFLUSH);
  return 0;
}

at::Expected<Actual, int> read_back(int terminal) {
  termios2 now{};
  if (::ioctl(terminal, TCGETS2, &now) != 0) return at::Unexpected{int{errno}};
  return Actual{now.c_ospeed, format_of(now.c_cflag)};
}

Baud nearest_divided(Baud base, Baud asked) noexcept {
  if (asked == 0 || base < asked) return asked;
  const Baud divisor = static_cast<Baud>((std::uint64_t{base} + asked / 2) / asked);
  return base / divisor;
}

Baud uart_base(int terminal) noexcept {
  serial_struct serial{};
  if (::ioctl(terminal, TIOCGSERIAL, &serial) != 0) return 0;
  // USB adapters fill this structure with figures of their own and no chip type, or one of no PC UART.
  const bool pc_uart =
      serial.type >= PORT_8250 && serial.type <= PORT_16750 && (serial.port != 0 || serial.irq != 0);
  const bool custom = (serial.flags & ASYNC_SPD_MASK) != 0;
  return pc_uart && !custom && serial.baud_base > 0 ? static_cast<Baud>(serial.baud_base) : 0;
}

bool near_enough(Baud actual, Baud asked) noexcept {
  return std::abs(static_cast<double>(actual) - asked) <= rate_tolerance * asked;
}

} // namespace dialbench::port
