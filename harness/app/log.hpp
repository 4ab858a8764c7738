// The program's own log, for those who look for a fault in it. Without --log and -v there is none.
#pragma once

#include "harness/evidence/evidence.hpp"
#include "harness/evidence/outcome.hpp"

#include <string>

namespace dialbench::app {

// `file` empty: standard error; one that is there is added to, its folder has to be there. verbosity 1: each
// step, 2: every byte as well. What is wrong; empty where it started.
std::string start_log(const std::string& file, unsigned verbosity);

[[nodiscard]] bool logs_steps() noexcept;
void log_step(const evidence::Note& note);
void log_outcome(const evidence::Outcome& outcome);

// For the report: since when the log is incomplete; empty where nothing was lost.
std::string log_remark();

} // namespace dialbench::app
