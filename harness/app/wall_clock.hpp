// The time of day, for what outlives the program: the list of what was dialled, and the transcripts.
#pragma once

#include <chrono>
#include <cstdint>

namespace dialbench::app {

inline std::int64_t seconds_since_1970() {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace dialbench::app
