#include "harness/emulator/serve/terminal.hpp"

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <termios.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace dialbench::serve {

namespace {

bool make_raw(int terminal) {
  termios settings;
  if (::tcgetattr(terminal, &settings) != 0) return false;
  ::cfmakeraw(&settings);
  settings.c_cflag |= CREAD | CLOCAL | HUPCL;
  return ::tcsetattr(terminal, TCSANOW, &settings) == 0;
}

} // namespace

at::Expected<Terminal, std::string> Terminal::open(const std::string& node) {
  Terminal terminal;
  terminal.node_ = node;
  terminal.keeper_ = Descriptor(::open(node.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
  if (!terminal.keeper_ || !make_raw(terminal.keeper_.number())) {
    return at::Unexpected{"cannot open " + node + ": " + std::strerror(errno)};
  }
  // After our own opening, which must not count.
  terminal.watch_ = Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (terminal.watch_ &&
      ::inotify_add_watch(terminal.watch_.number(), node.c_str(), IN_OPEN | IN_CLOSE) < 0) {
    terminal.watch_.close();
  }
  return terminal;
}

std::vector<Terminal::Seen> Terminal::look() {
  std::vector<Seen> seen;
  alignas(inotify_event) std::array<char, 4096> buffer;
  while (watch_) {
    const auto count = ::read(watch_.number(), buffer.data(), buffer.size());
    if (count <= 0) break;
    for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      at += sizeof event + event.len;
      if ((event.mask & IN_Q_OVERFLOW) != 0) watch_.close(); // the count is lost
      if ((event.mask & IN_OPEN) != 0 && ++openers_ == 1) seen.push_back(Seen::opened);
      if ((event.mask & IN_CLOSE) != 0 && openers_ > 0 && --openers_ == 0) seen.push_back(Seen::closed);
    }
  }
  return seen;
}

int Terminal::unread() const noexcept {
  int count = 0;
  return ::ioctl(keeper_.number(), FIONREAD, &count) == 0 ? count : 0;
}

bool Terminal::keeps_dtr() const noexcept {
  termios settings;
  return ::tcgetattr(keeper_.number(), &settings) == 0 && (settings.c_cflag & HUPCL) == 0;
}

void Terminal::forget_dialer() noexcept {
  ::tcflush(keeper_.number(), TCIFLUSH);
  ::ioctl(keeper_.number(), TIOCNXCL);
}

void Terminal::close() noexcept {
  keeper_.close();
  watch_.close();
}

} // namespace dialbench::serve
