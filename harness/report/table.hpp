// Calls as rows: of the demonstration, with the first cause beneath each, and of many calls to one number.
#pragma once

#include "harness/diagnosis/verdict.hpp"
#include "harness/evidence/time.hpp"
#include "harness/report/style.hpp"

#include <string>

namespace dialbench::report {

struct Row {
  std::string number;
  diagnosis::Verdict verdict;
  Duration took{}; // from the dial command to its result, exchange time
};

std::string table_head(const Style& style);
std::string table_row(const Row& row, const Style& style);

// "   3      7.4 s  676 ERROR_LINE_BUSY             busy             BUSY"; `took`: of the whole call.
std::string call_row(unsigned position, const diagnosis::Verdict& verdict, Duration took, const Style& style);

} // namespace dialbench::report
