// AT#UD: what the modem tells of its last call in Microsoft's Unimodem diagnostics, with the causes of V.58.
// The numbers stand in at/last_call/unimodem_values.def, by which at/last_call reads them.
#pragma once

#include "harness/emulator/reports.hpp"

#include <string>

namespace dialbench::emulator {

// Lines parted by '\n'. Keys of which the modem knows nothing are left out.
std::string unimodem_report(const ReportFacts& facts);
// The number of a cause; 0, unidentified, where V.58 has none for it.
unsigned unimodem_cause(at::CallEnd end) noexcept;

} // namespace dialbench::emulator
