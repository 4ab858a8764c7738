// What makes one modem of several: its habits, the line that it hangs on, its number.
#pragma once

#include "harness/emulator/habits.hpp"
#include "harness/emulator/own_line.hpp"
#include "harness/emulator/switch.hpp"

#include <optional>

namespace dialbench::emulator {

struct Station {
  Habits habits;
  std::optional<OwnLine> line; // none: the exchange's
  Switch::Subscriber subscriber;
};

} // namespace dialbench::emulator
