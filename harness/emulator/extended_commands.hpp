// Commands that begin with + or #: who the modem is (identities.def), what is kept (extended_values.def), and
// AT#UD.
#pragma once

#include "harness/emulator/command.hpp"
#include "harness/emulator/commands.hpp"

namespace dialbench::emulator {

// `command` is an extended one. One that is in no table is ERROR, and so is a form that it does not have.
Reply run_extended(const Command& command, Settings& settings, const Habits& habits, CommandHost& host);

// S95 was written: a bit that it lacks takes its +MR, +ER or +DR away, since the more recent setting counts
// (Conexant 100498E, +MR).
void follow_result_options(Settings& settings);

} // namespace dialbench::emulator
