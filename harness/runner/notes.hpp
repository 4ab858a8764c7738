// What was done to the port, in words for a transcript.
#pragma once

#include "harness/evidence/modem_lines.hpp"
#include "harness/evidence/port_fault.hpp"
#include "harness/session/port_request.hpp"

#include <string>

namespace dialbench::runner {

std::string text_of(const session::PortRequest& request); // "DTR off"; empty: nothing worth a note
std::string text_of(const evidence::ModemLines& lines);   // "DCD on, DSR on, CTS on, RI off"
std::string text_of(const evidence::PortProblem& problem);

} // namespace dialbench::runner
