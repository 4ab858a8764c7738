// Commands that begin with +: one table, extended_commands.def.
#pragma once

#include "harness/emulator/command.hpp"
#include "harness/emulator/commands.hpp"

namespace dialbench::emulator {

// `command` is an extended one. One that is not in the table is ERROR.
Reply run_extended(const Command& command, const Habits& habits, CommandHost& host);

} // namespace dialbench::emulator
