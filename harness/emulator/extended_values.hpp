// The values of extended commands, and the grammar of their ranges (V.250 5.4.4).
//
//   ranges = bracket { "," bracket }
//   bracket = "(" item { "," item } ")"
//   item = number | number "-" number | word
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dialbench::emulator {

enum class Extended : std::uint8_t {
#define EXTENDED(id, name, initial, ranges) id,
#include "harness/emulator/extended_values.def"
};
inline constexpr std::size_t extended_count = 0
#define EXTENDED(id, name, initial, ranges) +1
#include "harness/emulator/extended_values.def"
    ;

inline constexpr std::size_t extended_values_max = 6; // of one command: +MS
using Values = std::array<std::uint32_t, extended_values_max>;

struct ExtendedRow {
  Extended id;
  std::string_view name;    // with its mark
  std::string_view initial; // as = takes it
  std::string_view ranges;
  bool bare; // its reply is the values alone
};
std::span<const ExtendedRow> extended_rows() noexcept;            // in the order of Extended
const ExtendedRow* find_extended(std::string_view name) noexcept; // in capitals; null: none

// The values that `text` asks for, `current` where it leaves one out: `,1` or nothing. Words may stand in
// quotes. Nothing where a value is out of its range, or there are more than the command has.
std::optional<Values> read_values(std::string_view text, std::string_view ranges, const Values& current);
std::string values_text(const Values& values, std::string_view ranges); // V34,1,300,33600
// The word that a value is the place of; empty: it is a number.
std::string_view word_of(std::uint32_t value, std::string_view ranges, std::size_t index) noexcept;

class ExtendedValues {
 public:
  ExtendedValues(); // as they come from the factory
  [[nodiscard]] const Values& of(Extended id) const noexcept { return all_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] std::uint32_t at(Extended id, std::size_t index = 0) const noexcept { return of(id)[index]; }
  void put(Extended id, const Values& values) noexcept { all_[static_cast<std::size_t>(id)] = values; }

 private:
  std::array<Values, extended_count> all_{};
};

} // namespace dialbench::emulator
