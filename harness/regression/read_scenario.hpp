// Reads a scenario. docs/scenarios.md has the format, whole:
//
//   name = "a busy number is busy"
//   number = "5550176"
//   [modem]
//   echo = false
//   [expect]
//   class = "busy"
#pragma once

#include "at/expected.hpp"
#include "harness/regression/scenario.hpp"

#include <string_view>
#include <vector>

namespace dialbench::regression {

// The error: every fault, in the order of the lines; at least one. `file` is where other files are looked
// for, and stands in messages.
at::Expected<Scenario, std::vector<script::Fault>> read_scenario(std::string_view text,
                                                                 std::string_view file);

} // namespace dialbench::regression
