// Information text: what ATI, AT+GMI and their kin, AT&V and S-register queries say.
#pragma once

#include "harness/emulator/settings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::emulator {

std::string three_digits(unsigned value);
// Page `number` of ATI, lines parted by '\n'; empty: OK only; nothing: there is no such page. `last_result`:
// how the last call ended, empty before the first.
std::optional<std::string> identification_text(unsigned number, const Habits& habits,
                                               std::string_view last_result);

enum class Asked : std::uint8_t { maker, model, revision, serial, capabilities, country };
std::string identity_text(Asked what, const Habits& habits);

std::string profile_text(const Profiles& profiles); // AT&V

} // namespace dialbench::emulator
