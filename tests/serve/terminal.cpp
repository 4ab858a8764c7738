#include "harness/emulator/serve/terminal.hpp"

#include "harness/emulator/serve/pty.hpp"
#include "tests/catch.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>

using namespace dialbench;
using serve::Descriptor;
using serve::Terminal;
using Seen = std::vector<Terminal::Seen>;

namespace {

Descriptor open_as_dialer(const serve::Pty& pty) {
  return Descriptor(::open(pty.terminal.node().c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK));
}

} // namespace

TEST_CASE("a terminal is raw before anybody opens it") {
  auto pty = serve::open_pty();
  REQUIRE(pty);
  const auto dialer = open_as_dialer(*pty);
  termios settings;
  REQUIRE(::tcgetattr(dialer.number(), &settings) == 0);
  REQUIRE((settings.c_lflag & (ECHO | ICANON | ISIG)) == 0);
  REQUIRE((settings.c_oflag & OPOST) == 0);
}

TEST_CASE("openers are seen to come and go, our own opening is none") {
  auto pty = serve::open_pty();
  REQUIRE(pty);
  auto& terminal = pty->terminal;
  REQUIRE(terminal.counts());
  REQUIRE(terminal.look().empty());
  REQUIRE_FALSE(terminal.attended());
  auto one = open_as_dialer(*pty);
  REQUIRE(terminal.look() == Seen{Terminal::Seen::opened});
  auto other = open_as_dialer(*pty);
  one.close();
  REQUIRE(terminal.look().empty());
  REQUIRE(terminal.attended());
  other.close();
  REQUIRE(terminal.look() == Seen{Terminal::Seen::closed});
  REQUIRE_FALSE(terminal.attended());
  open_as_dialer(*pty).close();
  REQUIRE(terminal.look() == Seen{Terminal::Seen::opened, Terminal::Seen::closed});
}

TEST_CASE("nobody's exclusive claim outlives him") {
  auto pty = serve::open_pty();
  REQUIRE(pty);
  int exclusive = 0;
  {
    const auto dialer = open_as_dialer(*pty);
    REQUIRE(::ioctl(dialer.number(), TIOCEXCL) == 0);
  }
  pty->terminal.forget_dialer();
  const auto next = open_as_dialer(*pty);
  REQUIRE(next);
  REQUIRE(::ioctl(next.number(), TIOCGEXCL, &exclusive) == 0);
  REQUIRE(exclusive == 0);
}

TEST_CASE("HUPCL says whether closing lowers DTR") {
  auto pty = serve::open_pty();
  REQUIRE(pty);
  REQUIRE_FALSE(pty->terminal.keeps_dtr());
  const auto dialer = open_as_dialer(*pty);
  termios settings;
  REQUIRE(::tcgetattr(dialer.number(), &settings) == 0);
  settings.c_cflag &= ~static_cast<tcflag_t>(HUPCL);
  REQUIRE(::tcsetattr(dialer.number(), TCSANOW, &settings) == 0);
  REQUIRE(pty->terminal.keeps_dtr());
}

TEST_CASE("a node that is not there") {
  const auto terminal = Terminal::open("/dev/no-such-pty");
  REQUIRE_FALSE(terminal);
  REQUIRE_THAT(terminal.error(), ContainsSubstring("/dev/no-such-pty"));
}
