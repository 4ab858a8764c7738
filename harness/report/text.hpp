// The verdict as a person reads it: the answer first, then why, then what to do.
#pragma once

#include "harness/diagnosis/verdict.hpp"
#include "harness/evidence/outcome.hpp"
#include "harness/report/setting.hpp"
#include "harness/report/style.hpp"

#include <string>

namespace dialbench::report {

// The whole text, line ends included; the last line names the exit status.
std::string verdict_text(const diagnosis::Verdict& verdict, const evidence::Outcome& outcome,
                         const Setting& setting, const Style& style);

// "679 ERROR_NO_CARRIER    class no_carrier    the modem said: NO CARRIER": the three fields, apart from each
// other.
std::string title(const diagnosis::Verdict& verdict, const Style& style);

// "exit status 79 (the code minus 600)"
std::string exit_line(int code, int exit_status);

} // namespace dialbench::report
