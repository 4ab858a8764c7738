#include "harness/app/file_option.hpp"

#include <CLI/CLI.hpp>

namespace dialbench::app {

CLI::Option* never_empty(CLI::Option* option, const std::string& expected) {
  return option->check(
      [expected](const std::string& value) { return value.empty() ? "'': " + expected : std::string(); });
}

CLI::Option* names_file(CLI::Option* option) {
  return never_empty(option, "the name of a file is expected, not an empty one");
}

} // namespace dialbench::app
