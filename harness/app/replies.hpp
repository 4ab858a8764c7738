// What the modem said to the commands of a script, for the page: the steps tell only what each command ended
// with.
#pragma once

#include "harness/evidence/evidence.hpp"
#include "harness/report/style.hpp"

#include <string>

namespace dialbench::app {

inline constexpr std::size_t reply_lines_max = 40;    // of one command
inline constexpr std::size_t replies_lines_max = 120; // of all together

// Each command with what was said to it below: information text, and what came after its result (RING, the
// CONNECT of a call that was answered), with its time. Escaped, cut to the bounds. Dial commands are left
// out, whose lines are evidence, and queries whose answer a step has told. Empty where there is nothing of
// the kind.
std::string replies_text(const evidence::Evidence& evidence, const report::Style& style);

} // namespace dialbench::app
