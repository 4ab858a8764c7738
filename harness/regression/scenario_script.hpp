// The script of a scenario, and what it comes to where that cannot be run.
#pragma once

#include "at/expected.hpp"
#include "harness/evidence/outcome.hpp"
#include "harness/regression/scenario.hpp"
#include "harness/script/read.hpp"
#include "harness/script/script.hpp"

#include <filesystem>

namespace dialbench::regression {

// Looked for beside the scenario first, so that a test of one's own keeps its script at hand; then in
// `scripts`, the folder of the shipped ones.
at::Expected<script::Script, script::Fault> read_script(const Scenario& scenario,
                                                        const std::filesystem::path& scripts);

evidence::Outcome outcome_of(const script::Fault& fault);

} // namespace dialbench::regression
