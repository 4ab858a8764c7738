// Writing to standard output and standard error.
#pragma once

#include "harness/report/style.hpp"

#include <string_view>

namespace dialbench::app {

// Colour on a terminal that has it, unless NO_COLOR is set (no-color.org).
report::Style output_style();
// Whether a line can be written anew in place: a terminal, none of those that cannot (TERM=dumb), and as wide
// as the page: a line that goes on below cannot be taken back.
bool output_rewrites();

// Writes at once, so that nothing is lost or late when the program is stopped.
// What standard output does not take is lost; that is said once on standard error, but for a reader that went
// away (| head), which asked for no more.
void print(std::string_view text);
void print_error(std::string_view text);

// Says what is wrong with what was asked for, and gives the exit status for it.
inline constexpr int usage_status = 64;
int usage_error(std::string_view text);
// The same where the program could not do its work.
inline constexpr int failure_status = 1;
int failure(std::string_view text);
// What a command ends with whose whole work is what it prints: success, unless some of that was lost.
[[nodiscard]] bool output_is_lost() noexcept;
int printed_status() noexcept;

} // namespace dialbench::app
