#include "harness/emulator/registers.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

constexpr auto s_registers = std::to_array<RegisterRow>({
#define REGISTER(number, name, initial, least, most, text) {number, #name, initial, least, most, false, text},
#define READ_ONLY(number, name, initial, text) {number, #name, initial, 0, 255, true, text},
#include "harness/emulator/registers.def"
});

constexpr std::array<std::uint8_t, 256> factory = [] {
  std::array<std::uint8_t, 256> values{};
  for (const auto& row : s_registers) values[row.number] = row.initial;
  return values;
}();

static_assert(std::ranges::is_sorted(s_registers, {}, &RegisterRow::number));
static_assert(std::ranges::all_of(s_registers, [](const RegisterRow& row) {
  return row.least <= row.initial && row.initial <= row.most && !row.text.empty();
}));

} // namespace

std::span<const RegisterRow> register_rows() noexcept { return s_registers; }

Registers::Registers() noexcept
    : values_(factory) {}

bool Registers::set(unsigned number, unsigned value) noexcept {
  if (number > 255 || value > 255) return false;
  const auto row = std::ranges::lower_bound(s_registers, number, {}, &RegisterRow::number);
  if (row != s_registers.end() && row->number == number) {
    if (row->read_only) return true;
    if (value < row->least || value > row->most) return false;
  }
  values_[number] = static_cast<std::uint8_t>(value);
  return true;
}

} // namespace dialbench::emulator
