// What the far end of a number does once the last digit is out. The fields stand in far.def.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

// Times are exchange time and count from the last digit. Where somebody answers (modem, no_carrier, voice,
// fax) the answer comes after `rings` ring cycles and `after` counts from there.
struct Far {
  enum class Kind : std::uint8_t {
#define FAR_KIND(kind, text) kind,
#include "harness/emulator/far.def"
  };
  // scripted. A line that starts with CONNECT puts the modem in data mode; a framed final word ends the call,
  // so does the last of the list where no CONNECT was said.
  struct Says {
#define FAR_SAYS(type, field, initial, text) type field = initial;
#include "harness/emulator/far.def"
  };
  Kind kind = Kind::modem;
#define FAR(type, field, initial, text) type field = initial;
#include "harness/emulator/far.def"
  std::vector<Says> says;
  // `error_control` was asked for by name: then it holds, even where the modulation has none by itself.
  bool error_control_given = false;
};

// Sets one field by its name from a value as TOML spells it (true, 2s, text without its quotes; `kind` too).
// `says` appends a framed line. Returns what was expected where the name or the value is wrong, and changes
// nothing then.
std::optional<std::string> set_far(Far& far, std::string_view name, std::string_view value);
std::optional<std::string> set_says(Far::Says& says, std::string_view name, std::string_view value);

} // namespace dialbench::emulator
