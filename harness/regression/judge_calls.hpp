// What came of the calls that came in, against what is expected of who answers them.
#pragma once

#include "harness/emulator/calling_party.hpp"
#include "harness/regression/called.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dialbench::regression {

// How the program behind the modem ended: where it was not there any more, nobody else is to blame.
struct ProgramEnd {
  bool by_itself = true;
  std::optional<unsigned> status = {}; // of a command
};

// One line for each expectation that was not met, and for each text that a caller waited for in vain:
// "call 1: answered: expected ATA, got S0". Empty: all is as expected.
std::vector<std::string> judge_calls(const std::vector<Called>& calls, const emulator::CallsSeen& seen,
                                     const ProgramEnd& end = {});

} // namespace dialbench::regression
