// The program's own log, for those who look for a fault in it. Without --log and -v there is none.
#pragma once

#include <string>

namespace dialbench::app {

// `file` empty: standard error. verbosity 1: what is done, 2: every detail. What is wrong; empty where it
// started.
std::string start_log(const std::string& file, unsigned verbosity);

// For the report: since when the log is incomplete; empty where nothing was lost.
std::string log_remark();

} // namespace dialbench::app
