// The table of the demonstration: a row for each call, with its first cause beneath it.
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

} // namespace dialbench::report
