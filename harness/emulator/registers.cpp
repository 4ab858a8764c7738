#include "harness/emulator/registers.hpp"

namespace dialbench::emulator {
namespace {

struct Factory {
  std::uint8_t number;
  std::uint8_t value;
};

constexpr Factory factory[] = {{2, '+'}, {3, '\r'}, {4, '\n'}, {5, '\b'}, {6, 2},    {7, 50},
                               {8, 2},   {9, 6},    {10, 14},  {11, 95},  {12, 50},  {25, 5},
                               {26, 1},  {36, 7},   {38, 20},  {46, 138}, {82, 128}, {91, 10}};

} // namespace

Registers::Registers() {
  for (const auto& row : factory) values_[row.number] = row.value;
}

bool Registers::set(unsigned number, unsigned value) noexcept {
  if (number > 255 || value > 255) return false;
  // Only mobiles read S7=0 as "no limit"; on the telephone network 1 is the least (timing.md, section 2).
  if (number == static_cast<unsigned>(Register::carrier_wait) && value == 0) return false;
  // S3 to S5 are characters of seven bits (V.250 6.2.1 to 6.2.3); S5 above that has no backspace.
  if ((number == 3 || number == 4) && value > 127) return false;
  values_[number] = static_cast<std::uint8_t>(value);
  return true;
}

} // namespace dialbench::emulator
