#include "harness/emulator/serve/pty.hpp"

#include <fcntl.h>
#include <stdlib.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <utility>

namespace dialbench::serve {

namespace {

std::string why_no_pty(int error) {
  if (error == ENOSPC) return "no pty is left on this machine (sysctl kernel.pty.max)";
  return std::string("cannot open a pty: ") + std::strerror(error);
}

} // namespace

at::Expected<Pty, std::string> open_pty() {
  Pty pty;
  pty.master = Descriptor(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
  if (!pty.master) return at::Unexpected{why_no_pty(errno)};
  std::array<char, PATH_MAX> node;
  const int master = pty.master.number();
  if (::grantpt(master) != 0 || ::unlockpt(master) != 0) return at::Unexpected{why_no_pty(errno)};
  if (const int error = ::ptsname_r(master, node.data(), node.size()))
    return at::Unexpected{why_no_pty(error)};
  auto terminal = Terminal::open(node.data());
  if (!terminal) return at::Unexpected{terminal.error()};
  pty.terminal = std::move(*terminal);
  return pty;
}

} // namespace dialbench::serve
