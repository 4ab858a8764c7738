// Information text: what ATI, AT&V and S-register queries say.
#pragma once

#include "harness/emulator/settings.hpp"

#include <string>
#include <string_view>

namespace dialbench::emulator {

std::string three_digits(unsigned value);
// ATI0 to ATI9; lines parted by '\n', empty: OK only. `last_result`: how the last call ended, empty before
// the first.
std::string identification_text(unsigned number, const Habits& habits, std::string_view last_result);
std::string profile_text(const Settings& settings); // AT&V

} // namespace dialbench::emulator
