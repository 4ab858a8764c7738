// Runs one scenario in memory: the same session and the same emulated modem, joined without a file
// descriptor, under virtual time. The port is taken to be a pty, so that what comes of it is what comes of
// the other ways.
#pragma once

#include "harness/regression/run_scenario.hpp"

#include <filesystem>

namespace dialbench::regression {

Ran simulate_scenario(const Scenario& scenario, const std::filesystem::path& scripts);

} // namespace dialbench::regression
