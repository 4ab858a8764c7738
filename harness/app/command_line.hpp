// The command line: which command, with which options.
#pragma once

namespace dialbench::app {

// Runs the program; gives its exit status.
int run(int argc, char** argv);

} // namespace dialbench::app
