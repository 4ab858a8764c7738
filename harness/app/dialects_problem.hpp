// What is said, and which exit status is left, where there is no such dialect.
#pragma once

#include "harness/dialect/load.hpp"

#include <string>

namespace dialbench::app {

// "657 ERROR_FILE_COULD_NOT_BE_OPENED", the code as it stands everywhere.
std::string code_and_symbol(int code);

// "657 ERROR_FILE_COULD_NOT_BE_OPENED: mine.toml: No such file or directory"
std::string shown(const dialect::Problem& problem);

// Says it on standard error, behind `place`: where the dialect was asked for, "FILE:LINE:COLUMN: "; empty: in
// the command. The status is the code minus 600 (design, decision 9), 64 where there is no code.
int refuse_dialect(const dialect::Problem& problem, const std::string& place = {});

} // namespace dialbench::app
