// Writing to standard output and standard error.
#pragma once

#include "harness/report/style.hpp"

#include <string_view>

namespace dialbench::app {

// Colour on a terminal that has it, unless NO_COLOR is set (no-color.org).
report::Style output_style();

// Writes at once, so that nothing is lost or late when the program is stopped.
void print(std::string_view text);
void print_error(std::string_view text);

// Says what is wrong with what was asked for, and gives the exit status for it.
inline constexpr int usage_status = 64;
int usage_error(std::string_view text);
// The same where the program could not do its work.
inline constexpr int failure_status = 1;
int failure(std::string_view text);

} // namespace dialbench::app
