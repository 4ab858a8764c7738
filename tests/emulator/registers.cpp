#include "harness/emulator/registers.hpp"

#include "tests/catch.hpp"

#include <algorithm>

using namespace dialbench::emulator;
using namespace std::chrono_literals;

TEST_CASE("registers without a meaning are bytes") {
  Registers registers;
  for (unsigned number = 0; number < 256; ++number) {
    const auto rows = register_rows();
    if (std::ranges::find(rows, number, &RegisterRow::number) != rows.end()) continue;
    CHECK(registers.at(number) == 0);
    CHECK(registers.set(number, number));
    CHECK(registers.at(number) == number);
  }
  CHECK_FALSE(registers.set(256, 0));
  CHECK_FALSE(registers.set(8, 256));
  CHECK(registers.at(8) == 2);
}

TEST_CASE("every register takes its range and nothing beside it") {
  for (const auto& row : register_rows()) {
    CAPTURE(row.name);
    Registers registers;
    CHECK(registers.at(row.number) == row.initial);
    if (row.read_only) {
      CHECK(registers.set(row.number, 7));
      CHECK(registers.at(row.number) == row.initial);
      continue;
    }
    CHECK(registers.set(row.number, row.least));
    CHECK(registers.at(row.number) == row.least);
    CHECK(registers.set(row.number, row.most));
    CHECK(registers.at(row.number) == row.most);
    if (row.least > 0) CHECK_FALSE(registers.set(row.number, row.least - 1U));
    CHECK_FALSE(registers.set(row.number, row.most + 1U));
    CHECK(registers.at(row.number) == row.most);
  }
}

TEST_CASE("the registers that issue and manuals name have their factory values") {
  const Registers registers;
  constexpr unsigned expected[][2] = {{0, 0},   {1, 0},   {2, 43},  {3, 13}, {4, 10},  {5, 8},
                                      {6, 2},   {7, 50},  {8, 2},   {9, 6},  {10, 14}, {11, 95},
                                      {12, 50}, {25, 5},  {30, 0},  {36, 7}, {38, 20}, {46, 138},
                                      {48, 7},  {86, 21}, {91, 10}, {95, 0}};
  for (const auto& [number, value] : expected) {
    CAPTURE(number);
    CHECK(registers.at(number) == value);
  }
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
  CHECK(registers.dtr_debounce() == 50ms);
  CHECK(registers.set(30, 6));
  CHECK(registers.inactivity() == 60s);
  CHECK(registers.character(Register::line_end) == '\r');
}
