// The RAS code that a result of a dial leads to, for pages that list results.
#pragma once

#include "at/meaning.hpp"

namespace dialbench::app {

// 0 where it is no failure, or none by itself: OK, CONNECT, RINGING.
int failure_code(at::Meaning meaning);

} // namespace dialbench::app
