// Runs one scenario in memory: the same session and the same emulated modem, joined without a file
// descriptor, under virtual time. The port is taken to be a pty, so that what comes of it is what comes of
// the other ways.
#pragma once

#include "harness/regression/run_scenario.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace dialbench::regression {

// A port that a fault has taken away and that comes back is there again, under another name, for the attempt
// behind it.
Ran simulate_scenario(const Scenario& scenario, const std::filesystem::path& scripts,
                      std::optional<std::uint64_t> seed = {});

} // namespace dialbench::regression
