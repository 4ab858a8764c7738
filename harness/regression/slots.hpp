// Slots of a command for a shell: names in braces such as {port}, which are replaced before the shell sees
// them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::regression {

struct StraySlot {
  std::string name;  // as it stands between the braces; empty: there is none
  std::string meant; // the slot that was probably meant
};

// The first slot of `command` that is none of `known` (names without braces) and that one of these was
// probably meant by: the same letters in another order or in another case, one letter lost or put in, or a
// number that there is not. A letter in place of another makes another word: {part} and {host} are names of
// other programs. They, ${name}, which is a variable, and all other braces are left to the shell.
StraySlot stray_slot(std::string_view command, const std::vector<std::string>& known);

// "{port}, {port1} to {port3}" and the like: port and a number for each of so many modems.
std::vector<std::string> port_slots(unsigned modems);
std::string port_slots_text(unsigned modems);

} // namespace dialbench::regression
