#include "harness/emulator/registers.hpp"

#include "tests/catch.hpp"

using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("registers hold a byte each") {
  Registers registers;
  for (unsigned number = 8; number < 256; ++number) {
    CHECK(registers.set(number, number));
    CHECK(registers.at(number) == number);
  }
  CHECK_FALSE(registers.set(256, 0));
  CHECK_FALSE(registers.set(8, 256));
  CHECK(registers.at(8) == 8);
}

TEST_CASE("registers that do not take everything") {
  Registers registers;
  CHECK_FALSE(registers.set(7, 0));
  CHECK(registers.set(7, 1));
  CHECK_FALSE(registers.set(3, 128));
  CHECK_FALSE(registers.set(4, 128));
  CHECK(registers.set(5, 255));
}

TEST_CASE("units") {
  Registers registers;
  CHECK(registers.seconds(Register::carrier_wait) == 50s);
  CHECK(registers.escape_guard() == 1s);
  CHECK(registers.character(Register::line_end) == '\r');
}
