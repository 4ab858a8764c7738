// A schedule of faults: what a failure is shrunk to, a scenario names, and a seed draws.
#pragma once

#include "harness/emulator/faults/fault.hpp"

#include <cstdint>
#include <vector>

namespace dialbench::faults {

inline constexpr std::size_t faults_max = 64;

using Schedule = std::vector<Fault>;

// One fault a line.
std::string shown(const Schedule& schedule);
// Empty lines and those that begin with # are passed over. The error is "line 3: what was expected".
at::Expected<Schedule, std::string> read_schedule(std::string_view text);

// What a drawn schedule may hold.
struct Draw {
  unsigned most = 3;                        // faults; at least one is drawn
  unsigned calls = 1;                       // dials that are to be made
  Duration span = std::chrono::seconds(60); // of a call, in which the faults begin
  bool port = true;                         // reset and unplug too
};
// The same seed draws the same schedule, everywhere and for ever: a change here changes the meaning of every
// seed that was noted down.
Schedule draw_schedule(std::uint64_t seed, const Draw& draw);

} // namespace dialbench::faults
