// LD_PRELOAD shim of the tests: gives every pty that the program opens the modem lines, break and error
// counters of a UART, kept in a file that the test maps as well. Ioctls of other files pass through, and so
// do all others of a pty.
#include "tests/shim/modem_lines.hpp"

#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/serial.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace {

using dialbench::shim::ModemLines;
using Ioctl = int (*)(int, unsigned long, ...);

// The numbers of <sys/ioctl.h>, which cannot be seen together with the kernel's termios.
constexpr unsigned line_dtr = 0x002;
constexpr unsigned line_rts = 0x004;
constexpr unsigned set_by_computer = line_dtr | line_rts;
constexpr unsigned format_bits = CSIZE | PARENB | PARODD;

Ioctl real_ioctl() {
  static const Ioctl real = reinterpret_cast<Ioctl>(dlsym(RTLD_NEXT, "ioctl"));
  return real;
}

ModemLines* map_file() {
  const char* const path = std::getenv(dialbench::shim::file_variable);
  const int file = path == nullptr ? -1 : ::open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) return nullptr;
  void* const memory = ::mmap(nullptr, sizeof(ModemLines), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  ::close(file);
  return memory == MAP_FAILED ? nullptr : static_cast<ModemLines*>(memory);
}

ModemLines* shared() {
  static ModemLines* const lines = map_file();
  return lines;
}

bool is_pty(int file) {
  struct stat status {};
  if (::fstat(file, &status) != 0 || !S_ISCHR(status.st_mode)) return false;
  return major(status.st_rdev) >= 136 && major(status.st_rdev) <= 143;
}

int set_computer_lines(ModemLines& lines, unsigned on, unsigned off) {
  const unsigned before = lines.from_computer;
  const unsigned after = ((before & ~off) | on) & set_by_computer;
  lines.from_computer = after;
  if ((before & line_dtr) != 0 && (after & line_dtr) == 0) ++lines.dtr_drops;
  return 0;
}

int set_break(ModemLines& lines, bool on) {
  if (on && lines.break_on == 0) ++lines.breaks_begun;
  lines.break_on = on ? 1 : 0;
  return 0;
}

int get_counters(const ModemLines& lines, serial_icounter_struct& counters) {
  counters = {};
  counters.overrun = static_cast<int>(lines.overrun);
  counters.buf_overrun = static_cast<int>(lines.buffer_overrun);
  counters.frame = static_cast<int>(lines.framing);
  counters.parity = static_cast<int>(lines.parity);
  counters.brk = static_cast<int>(lines.breaks);
  return 0;
}

int get_serial(const ModemLines& lines, serial_struct& serial) {
  if (lines.base_rate == 0) {
    errno = ENOTTY;
    return -1;
  }
  serial = {};
  serial.type = PORT_16550A;
  serial.port = 0x3f8;
  serial.irq = 4;
  serial.baud_base = static_cast<int>(lines.base_rate);
  return 0;
}

int get_termios(ModemLines& lines, int file, termios2& settings) {
  const int result = real_ioctl()(file, TCGETS2, &settings);
  if (result != 0) return result;
  const unsigned fastest = lines.fastest;
  if (fastest != 0 && settings.c_ospeed > fastest) settings.c_ispeed = settings.c_ospeed = fastest;
  if (lines.keeps_format != 0 && lines.format != 0)
    settings.c_cflag = (settings.c_cflag & ~format_bits) | lines.format;
  return result;
}

int set_termios(ModemLines& lines, int file, const termios2& settings) {
  lines.format = settings.c_cflag & format_bits;
  return real_ioctl()(file, TCSETS2, &settings);
}

} // namespace

extern "C" int ioctl(int file, unsigned long request, ...) {
  va_list arguments;
  va_start(arguments, request);
  void* const argument = va_arg(arguments, void*);
  va_end(arguments);

  ModemLines* const lines = shared();
  if (lines == nullptr || !is_pty(file)) return real_ioctl()(file, request, argument);
  switch (request) {
  case TIOCMGET:
    *static_cast<int*>(argument) =
        static_cast<int>((lines->from_modem & ~set_by_computer) | lines->from_computer);
    return 0;
  case TIOCMSET: return set_computer_lines(*lines, *static_cast<unsigned*>(argument), set_by_computer);
  case TIOCMBIS: return set_computer_lines(*lines, *static_cast<unsigned*>(argument), 0);
  case TIOCMBIC: return set_computer_lines(*lines, 0, *static_cast<unsigned*>(argument));
  case TIOCSBRK: return set_break(*lines, true);
  case TIOCCBRK: return set_break(*lines, false);
  case TIOCGICOUNT: return get_counters(*lines, *static_cast<serial_icounter_struct*>(argument));
  case TIOCGSERIAL: return get_serial(*lines, *static_cast<serial_struct*>(argument));
  case TCGETS2: return get_termios(*lines, file, *static_cast<termios2*>(argument));
  case TCSETS2: return set_termios(*lines, file, *static_cast<const termios2*>(argument));
  default: return real_ioctl()(file, request, argument);
  }
}
