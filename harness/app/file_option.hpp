// Options and operands that take a name.
#pragma once

#include <string>

namespace CLI {
class Option;
}

namespace dialbench::app {

// An empty name, as "$RESULTS" is where that is not set, would be taken for none at all: the file is not
// written, and nobody is told. It is refused; `expected` says what belongs there.
CLI::Option* never_empty(CLI::Option* option, const std::string& expected);
CLI::Option* names_file(CLI::Option* option);

} // namespace dialbench::app
