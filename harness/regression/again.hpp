// The command line that runs one scenario of many again, alone.
#pragma once

#include "harness/regression/scenario.hpp"
#include "harness/regression/way.hpp"

#include <functional>
#include <string>

namespace dialbench::regression {

// What a variable of the environment holds; null: it is not set.
using Environment = std::function<const char*(const std::string& name)>;

// `DIALER='sh my.sh' dialbench test --pty --seed 7 FILE`. Where its command names $DIALER or
// $ANSWERER, what that holds stands in front: it may have been given for that one run. A command is never run
// in memory, where it cannot. `scenario`: null where the file has a fault. `seed`: empty where no faults were
// drawn.
std::string again(const Scenario* scenario, const std::string& file, Way way, const std::string& seed,
                  const Environment& environment);

} // namespace dialbench::regression
