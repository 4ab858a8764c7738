// Other codes that may stand behind the same event, each with its reason; those that the facts rule out are
// left away.
#pragma once

#include "harness/diagnosis/facts.hpp"
#include "harness/diagnosis/verdict.hpp"

#include <vector>

namespace dialbench::diagnosis {

std::vector<Alternative> alternatives_for(int code, const std::vector<int>& candidates, const Facts& facts);

} // namespace dialbench::diagnosis
