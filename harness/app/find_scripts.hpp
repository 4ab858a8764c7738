// Where the shipped scripts are: DIALBENCH_SCRIPTS, else the working tree that the program was built in, else
// the folder where it is installed.
#pragma once

#include "at/expected.hpp"

#include <filesystem>
#include <string>

namespace dialbench::app {

// The folder that holds dial.toml; the error says where it was looked for.
at::Expected<std::filesystem::path, std::string> find_scripts();

// The same with the places named, for tests. `chosen` empty: not set.
at::Expected<std::filesystem::path, std::string> find_scripts(const std::filesystem::path& program,
                                                              const std::string& chosen);

} // namespace dialbench::app
