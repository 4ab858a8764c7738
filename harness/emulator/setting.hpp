// Values as TOML spells them, read into the fields of habits and far ends. Each says what it expected, or
// nothing.
#pragma once

#include "harness/evidence/duration.hpp"
#include "harness/evidence/time.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

inline constexpr std::size_t setting_bytes_max = 4096;
inline constexpr std::size_t setting_items_max = 64;
inline constexpr unsigned setting_number_max = 10'000'000;

// Whether it is a bare number, 0 apart: a time has a unit.
bool lacks_unit(std::string_view value) noexcept;

std::optional<std::string> read_setting(bool& field, std::string_view value);
std::optional<std::string> read_setting(unsigned& field, std::string_view value);
std::optional<std::string> read_setting(Duration& field, std::string_view value);
std::optional<std::string> read_setting(std::string& field, std::string_view value);
// Adds one item; a list is set item by item.
std::optional<std::string> read_setting(std::vector<std::string>& field, std::string_view value);

// For an enum whose values have the names in `names`, in their order.
template <class Enum, std::size_t n>
std::optional<std::string> read_choice(Enum& field, const std::string_view (&names)[n],
                                       std::string_view value) {
  std::string expected = "one of";
  for (std::size_t i = 0; i < n; ++i) {
    if (names[i] == value) {
      field = static_cast<Enum>(i);
      return std::nullopt;
    }
    expected += (i == 0 ? " " : ", ") + std::string(names[i]);
  }
  return expected;
}

} // namespace dialbench::emulator
