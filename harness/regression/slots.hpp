// Slots of a command for a shell: names in braces such as {port}, which are replaced before the shell sees
// them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::regression {

struct StraySlot {
  std::string name;  // as it stands between the braces; empty: there is none
  std::string meant; // the slot that was probably meant; empty: none is near
};

// The first slot of `command` that is none of `known` (names without braces). The shell and the programs that
// it starts have braces of their own, which are left to them: ${name}, { with a blank behind it, {} and
// {1,2}; and inside quotes, where awk '{print}' has its place, everything that resembles no known slot.
StraySlot stray_slot(std::string_view command, const std::vector<std::string>& known);

// "{port}, {port1} to {port3}" and the like: port and a number for each of so many modems.
std::vector<std::string> port_slots(unsigned modems);
std::string port_slots_text(unsigned modems);

} // namespace dialbench::regression
