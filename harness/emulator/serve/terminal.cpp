#include "harness/emulator/serve/terminal.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>

#include <cerrno>
#include <cstring>
#include <utility>

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
  terminal.openers_ = Openers::of_this_thread();
  terminal.watch_ = terminal.openers_->add(node); // after our own opening, which must not count
  return terminal;
}

Terminal::Terminal(Terminal&& other) noexcept
    : node_(std::move(other.node_))
    , keeper_(std::move(other.keeper_))
    , openers_(std::move(other.openers_))
    , watch_(std::exchange(other.watch_, -1)) {}

Terminal& Terminal::operator=(Terminal&& other) noexcept {
  if (this == &other) return *this;
  close();
  node_ = std::move(other.node_);
  keeper_ = std::move(other.keeper_);
  openers_ = std::move(other.openers_);
  watch_ = std::exchange(other.watch_, -1);
  return *this;
}

void Terminal::on_change(std::function<void()> changed) {
  if (openers_) openers_->on_change(watch_, std::move(changed));
}

std::vector<Terminal::Seen> Terminal::look() {
  if (!openers_) return {};
  openers_->read();
  return openers_->take(watch_);
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
  if (openers_) openers_->remove(std::exchange(watch_, -1));
  keeper_.close();
}

} // namespace dialbench::serve
