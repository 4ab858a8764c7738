// What a replay says at its end.
#pragma once

#include "harness/emulator/replay/comparison.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::app {

struct ReplayRun {
  std::string file;
  bool strict = false;
  std::optional<int> command_status; // of --exec
};

std::string replay_text(const replay::Comparison& comparison, const ReplayRun& run);
std::string replay_json(const replay::Comparison& comparison, const ReplayRun& run); // one line

} // namespace dialbench::app
