// Emergency numbers by country, from emergency.def, and the ways in which a dial string reaches one.
//
// A dial string is refused where its digits, taken as an exchange takes them, are an emergency number as a
// whole:
//   - T and P, the user's prefix, pauses and other modifiers, and service codes in front (*70, *31#) do not
//   count;
//   - a single digit followed by a pause, W or flash fetches an outside line and does not count: 9,911 and
//   0W112;
//   - pauses inside do not help: 9,11 reaches 911, and 911,,,1 has reached it before the 1 is dialled;
//   - 9, 0 or 8 directly in front of exactly an emergency number may be the digit for an outside line: 9911
//   is refused.
// 5559110 is none, and neither is 5551234,911: the call to 5551234 is made before the pause.
//
// With a country, its own numbers and 112 count. Without one (or with one that has no row) those of every
// country do, with exceptions that would otherwise refuse ordinary numbers: numbers of more than five digits
// and whole blocks (13xx) count only where their country is named; and directly behind a digit for an outside
// line, or in front of a pause and more digits, only 000, 112, 911 and 999 are looked for: 9118 and 8102 are
// extensions in many houses, 011 begins a call abroad.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dialbench::script {

struct EmergencyRow {
  std::string_view country; // "any": everywhere
  std::string_view number;  // x stands for any digit
  std::string_view source;
};
std::span<const EmergencyRow> emergency_rows() noexcept;

struct Emergency {
  std::string number;      // as it is dialled in the end: "911"
  std::string country;     // the first whose it is; "any"
  bool well_known = false; // 000, 112, 911, 999: people know it far from where it is valid
};
// Whether the table has rows for it: two letters, in lower case.
bool knows_country(std::string_view country);

// `dial` in check_dial's clean form; the prefix is taken off already.
std::optional<Emergency> reaches_emergency(std::string_view dial, std::string_view country);

} // namespace dialbench::script
