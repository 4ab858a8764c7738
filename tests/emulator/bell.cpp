#include "harness/emulator/bell.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("two seconds of six, until the caller leaves, and then for nobody") {
  Bell bell;
  bell.start({1, 1, 6s}, 3s);
  CHECK_FALSE(bell.caller_waits());
  CHECK(bell.deadline() == 3s);
  CHECK(bell.run(3s));
  CHECK(bell.sounding());
  CHECK(bell.first_ring());
  CHECK(bell.caller_waits());
  CHECK(bell.deadline() == 5s);
  CHECK_FALSE(bell.run(5s));
  CHECK_FALSE(bell.sounding());
  CHECK(bell.caller_waits());
  CHECK(bell.deadline() == 9s);
  CHECK(bell.run(9s));
  CHECK_FALSE(bell.caller_waits());
  CHECK_FALSE(bell.run(11s));
  CHECK_FALSE(bell.run(15s));
  CHECK_FALSE(bell.deadline());
}

TEST_CASE("a cycle shorter than a ring is made longer") {
  Bell bell;
  bell.start({2, 0, 1s}, 0s);
  CHECK(bell.run(0s));
  CHECK_FALSE(bell.run(2s));
  CHECK(bell.deadline() == 4s);
}
