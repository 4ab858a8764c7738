// A number as a person types it on the command line.
#pragma once

#include "harness/script/script.hpp"

#include <string>
#include <string_view>

namespace dialbench::app {

// Why `typed` is no number but a command line of a modem: one sentence and what to type instead; empty where
// it is none. A and D are tones of the keypad and T is a modifier, so ATDT5550100 would be dialled as it is.
std::string command_in_place_of_number(std::string_view typed);

// The one number that a script dials, without T or P. Empty where it dials none or several, or keeps it
// secret.
std::string only_number(const script::Script& script);

} // namespace dialbench::app
