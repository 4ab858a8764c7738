// One [[step]] of a native script.
#pragma once

#include "harness/script/toml_branch.hpp"

#include <optional>
#include <vector>

namespace dialbench::script {

struct ReadStep {
  Step step;
  bool skipped = false; // its `when` is empty or false: only its keys and its label were looked at
  std::vector<Jump> jumps;
  Place label_place;
};

// What the steps before this one have told.
struct StepContext {
  std::size_t number = 1;  // of the step, for messages
  bool after_dial = false; // what is written may be for the far end, and is no command then
};

std::optional<ReadStep> read_step(const toml::table& table, const StepContext& context, Variables& variables,
                                  Reading& reading);

} // namespace dialbench::script
