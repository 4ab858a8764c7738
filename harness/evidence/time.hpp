// Time is a value. Machines get `now` from outside and give deadlines back; nobody below the runner reads a
// clock.
#pragma once

#include <chrono>

namespace dialbench {

// Since the start of the session (or of the exchange), in exchange time: real time multiplied by the pace.
using Time = std::chrono::microseconds;
using Duration = std::chrono::microseconds;

} // namespace dialbench
