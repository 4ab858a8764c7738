#include "harness/port/termios_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/pty_pair.hpp"

#include <cerrno>

using namespace dialbench::port;
using dialbench::tests::PtyPair;

TEST_CASE("any rate is set and read back, from either end of a pty") {
  const PtyPair pty;
  const auto rate = GENERATE(Baud{300}, Baud{12345}, Baud{14400}, Baud{28800}, Baud{33600}, Baud{115200},
                             Baud{230400}, Baud{3'000'000});
  Settings settings;
  settings.rate = rate;
  REQUIRE(make_raw(pty.slave(), settings) == 0);
  const auto here = read_back(pty.slave());
  const auto there = read_back(pty.master());
  REQUIRE(here);
  REQUIRE(there);
  CHECK(here->rate == rate);
  CHECK(there->rate == rate);
}

TEST_CASE("a rate that the C library knows is seen through it as well") {
  const PtyPair pty;
  Settings settings;
  settings.rate = 115200;
  REQUIRE(make_raw(pty.slave(), settings) == 0);
  const termios now = pty.settings();
  CHECK(::cfgetospeed(&now) == B115200);
}

TEST_CASE("raw is raw: no echo, no lines, no signals, no translation, and reads that wait for a byte") {
  const PtyPair pty;
  REQUIRE((pty.settings().c_lflag & ECHO) != 0);
  REQUIRE(make_raw(pty.slave(), Settings{}) == 0);
  const termios now = pty.settings();
  CHECK(now.c_lflag == 0);
  CHECK(now.c_oflag == 0);
  CHECK(now.c_iflag == IGNBRK);
  CHECK(now.c_cc[VMIN] == 1);
  CHECK(now.c_cc[VTIME] == 0);
  CHECK((now.c_cflag & (CLOCAL | CREAD | HUPCL)) == (CLOCAL | CREAD | HUPCL));
}

TEST_CASE("flow control and stop bits are set as asked") {
  const PtyPair pty;
  Settings settings;
  settings.flow = Flow::rts_cts;
  settings.format.stop_bits = 2;
  REQUIRE(make_raw(pty.slave(), settings) == 0);
  CHECK((pty.settings().c_cflag & CRTSCTS) != 0);
  CHECK((pty.settings().c_cflag & CSTOPB) != 0);
  CHECK((pty.settings().c_iflag & (IXON | IXOFF)) == 0);

  settings.flow = Flow::xon_xoff;
  REQUIRE(make_raw(pty.slave(), settings) == 0);
  CHECK((pty.settings().c_cflag & CRTSCTS) == 0);
  CHECK((pty.settings().c_iflag & (IXON | IXOFF)) == (IXON | IXOFF));
  CHECK(pty.settings().c_cc[VSTART] == 0x11);
  CHECK(pty.settings().c_cc[VSTOP] == 0x13);
}

TEST_CASE("what came before is thrown away") {
  const PtyPair pty;
  pty.say("old\n");
  REQUIRE(make_raw(pty.slave(), Settings{}) == 0);
  pollfd ready{pty.slave(), POLLIN, 0};
  CHECK(::poll(&ready, 1, 0) == 0);
}

TEST_CASE("the settings are restored as they were") {
  const PtyPair pty;
  const termios before = pty.settings();
  const auto saved = save_termios(pty.slave());
  REQUIRE(saved);
  REQUIRE(make_raw(pty.slave(), Settings{}) == 0);
  restore_termios(pty.slave(), *saved);
  const termios after = pty.settings();
  CHECK(after.c_lflag == before.c_lflag);
  CHECK(after.c_iflag == before.c_iflag);
  CHECK(after.c_oflag == before.c_oflag);
  CHECK(after.c_cflag == before.c_cflag);
}

TEST_CASE("what is no terminal says so") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  CHECK(make_raw(ends[0], Settings{}) == ENOTTY);
  REQUIRE_FALSE(save_termios(ends[0]));
  CHECK(save_termios(ends[0]).error() == ENOTTY);
  CHECK_FALSE(read_back(ends[0]));
  CHECK(uart_base(ends[0]) == 0);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("a UART divides its base rate by a whole number") {
  CHECK(nearest_divided(115200, 115200) == 115200);
  CHECK(nearest_divided(115200, 28800) == 28800);
  CHECK(nearest_divided(115200, 33600) == 38400);
  CHECK(nearest_divided(115200, 14400) == 14400);
  CHECK(nearest_divided(115200, 110) == 110);
  CHECK(nearest_divided(0, 33600) == 33600);
  CHECK(nearest_divided(115200, 230400) == 230400);
  CHECK(nearest_divided(4'000'000'000U, 1) == 1);
  CHECK(nearest_divided(4'000'000'000U, 3'000'000'000U) == 4'000'000'000U);
  CHECK(nearest_divided(115200, 0) == 0);
}

TEST_CASE("three in a hundred are near enough, four are not") {
  CHECK(near_enough(115200, 115200));
  CHECK(near_enough(34'608, 33'600));
  CHECK_FALSE(near_enough(34'944, 33'600));
  CHECK_FALSE(near_enough(32'256, 33'600));
  CHECK_FALSE(near_enough(0, 33'600));
}
