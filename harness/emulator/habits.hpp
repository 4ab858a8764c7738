// The habits of an emulated modem: where it departs from V.250, as real ones do (quirks.md). As they stand: a
// good modem. The fields stand in habits.def, each with its quirk's number.
#pragma once

#include "at/dialect.hpp"
#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

struct Habits {
  enum class LineEnds : std::uint8_t {
    standard,      // CR LF text CR LF
    cr_only,       // CR text CR
    lf_only,       // LF text LF
    trailing_only, // text CR LF
    lf_first,      // LF text CR
    nul_for_lf,    // CR NUL text CR NUL
    doubled_cr     // CR CR LF text CR CR LF
  };
  enum class HangUpReply : std::uint8_t {
    ok,
    no_carrier_then_ok,
    ok_then_no_carrier,
    no_carrier_only,
    error,
    ok_twice
  };
  enum class NumericForm : std::uint8_t {
    bare,               // 7 CR
    framed,             // CR LF 7 CR LF
    three_digits,       // CR LF 007 CR LF
    trailing_line_feed, // 7 CR LF
  };
  enum class ReturnReply : std::uint8_t { no_carrier, ok, error, connect_then_ok };

#define HABIT(type, field, initial, quirk, text) type field = initial;
#include "harness/emulator/habits.def"
};

struct HabitRow {
  std::string_view name;
  unsigned quirk; // item of quirks.md; 0: none
  std::string_view text;
};
std::span<const HabitRow> habit_rows() noexcept;

// Sets one habit by its name from a value as TOML spells it: true, 40ms, 3, a text or an enumerator without
// quotes. A list gets one item more with each call. False where the name or the value is wrong; nothing is
// changed then.
bool set_habit(Habits& habits, std::string_view name, std::string_view value);
// The same, which says what was expected; nothing where the habit was set.
std::optional<std::string> assign_habit(Habits& habits, std::string_view name, std::string_view value);

} // namespace dialbench::emulator
