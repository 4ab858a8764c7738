// Caller ID as +VCID=1 and =2 have it (V.253; results.md, section 8): lines that at::add_line(CallerId)
// reads.
#pragma once

#include "harness/emulator/line.hpp"
#include "harness/evidence/time.hpp"

#include <string>
#include <vector>

namespace dialbench::emulator {

// `form` 0: none. 1: DATE, TIME, NMBR and NAME. 2: MESG, the message as the exchange sends it, in
// hexadecimal. A number that is withheld is P. The exchange's clock starts with the emulator, on 12 April at
// 09:30.
std::vector<std::string> caller_lines(const Caller& caller, unsigned form, Time now);

} // namespace dialbench::emulator
