// Makes a situation that breaks something as small as it can be while it still does.
#pragma once

#include "tests/proof/situation.hpp"

#include <functional>

namespace dialbench::proof {

// `breaks` runs a situation. The faults go first, one by one, so that what is left is the shortest schedule;
// then attempts, habits and what else is not needed.
Situation shrunk(Situation situation, const std::function<bool(const Situation&)>& breaks);

} // namespace dialbench::proof
