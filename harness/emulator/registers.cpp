#include "harness/emulator/registers.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

constexpr auto rows = std::to_array<RegisterRow>({
#define REGISTER(number, name, initial, least, most, text) {number, #name, initial, least, most, false, text},
#define READ_ONLY(number, name, initial, text) {number, #name, initial, 0, 255, true, text},
#include "harness/emulator/registers.def"
});

constexpr std::array<std::uint8_t, 256> factory = [] {
  std::array<std::uint8_t, 256> values{};
  for (const auto& row : rows) values[row.number] = row.initial;
  return values;
}();

static_assert(std::ranges::is_sorted(rows, {}, &RegisterRow::number));
static_assert(std::ranges::all_of(rows, [](const RegisterRow& row) {
  return row.least <= row.initial && row.initial <= row.most && !row.text.empty();
}));

} // namespace

std::span<const RegisterRow> register_rows() noexcept { return rows; }

Registers::Registers() noexcept
    : values_(factory) {}

bool Registers::set(unsigned number, unsigned value) noexcept {
  if (number > 255 || value > 255) return false;
  const auto row = std::ranges::lower_bound(rows, number, {}, &RegisterRow::number);
  if (row != rows.end() && row->number == number) {
    if (row->read_only) return true;
    if (value < row->least || value > row->most) return false;
  }
  values_[number] = static_cast<std::uint8_t>(value);
  return true;
}

} // namespace dialbench::emulator
