// What was seen and is not the cause: overruns, late results of earlier calls, slips of form, what Windows
// showed.
#pragma once

#include "harness/diagnosis/facts.hpp"

#include <string>
#include <vector>

namespace dialbench::diagnosis {

std::vector<std::string> also_seen(const Facts& facts, int code);

} // namespace dialbench::diagnosis
