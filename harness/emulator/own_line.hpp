// The telephone line that a modem hangs on, as its exchange or PBX serves it: the dial tone, what kind of
// digits are heard, what else may happen there. The fields stand in own_line.def.
#pragma once

#include "harness/emulator/blacklist.hpp"
#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::emulator {

struct OwnLine {
  enum class DialTone : std::uint8_t {
#define DIAL_TONE(name, text) name,
#include "harness/emulator/own_line.def"
  };
#define OWN_LINE(type, field, initial, text) type field = initial;
#include "harness/emulator/own_line.def"

  [[nodiscard]] bool has_tone() const noexcept {
    return dial_tone == DialTone::steady || dial_tone == DialTone::stutter;
  }
};

// Sets one field by its name from a value as TOML spells it. Returns what was expected where the name or the
// value is wrong, and changes nothing then.
std::optional<std::string> set_own_line(OwnLine& line, std::string_view name, std::string_view value);
// Every key, parted by blanks.
std::string_view own_line_keys() noexcept;

} // namespace dialbench::emulator
