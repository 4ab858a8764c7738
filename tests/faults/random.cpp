#include "harness/emulator/faults/random.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using faults::Random;

TEST_CASE("a seed gives the same numbers on every machine") {
  // Worked out by hand from the published definitions of splitmix64 and xoshiro256**.
  CHECK(faults::mixed(0) == 0xe220a8397b1dcdafU);
  CHECK(faults::mixed(0x9e3779b97f4a7c15U) == 0x6e789e6aa1b965f4U);
  Random one(1);
  Random same(1);
  Random other(2);
  const auto first = one.next();
  CHECK(first == same.next());
  CHECK(first != other.next());
  static_assert(Random(7).below(1) == 0);
}

TEST_CASE("numbers stay inside their bounds and reach both ends") {
  Random random(3);
  bool least = false;
  bool most = false;
  for (int i = 0; i < 1000; ++i) {
    const auto number = random.from_to(5, 9);
    REQUIRE(number >= 5);
    REQUIRE(number <= 9);
    least = least || number == 5;
    most = most || number == 9;
  }
  CHECK(least);
  CHECK(most);
}
