// The lines themselves are played by the preload shim, in a process of its own: see device_linux.cpp.
#include "harness/port/lines_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/pty_pair.hpp"

using namespace dialbench::port;
using dialbench::evidence::UartErrors;
using dialbench::tests::PtyPair;

TEST_CASE("a pty has no lines and counts nothing, and that is no error") {
  const PtyPair pty;
  CHECK_FALSE(has_lines(pty.slave()));
  CHECK_FALSE(read_lines(pty.slave()));
  CHECK_FALSE(read_counters(pty.slave()));
  CHECK_FALSE(write_lines(pty.slave(), true, true));
  CHECK(write_lines(pty.slave(), std::nullopt, std::nullopt));
  CHECK(write_break(pty.slave(), true));
}

TEST_CASE("counters are compared across their wrap-around") {
  CHECK(counted_since({5, 1, 0, 2}, {7, 1, 3, 2}) == UartErrors{2, 0, 3, 0});
  CHECK(counted_since({4'294'967'295U, 0, 0, 0}, {1, 0, 0, 0}).overrun == 2);
}
