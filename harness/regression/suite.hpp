// Many scenarios: finding them, running several at once, telling what failed.
#pragma once

#include "harness/regression/run_scenario.hpp"
#include "harness/regression/scenario.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace dialbench::regression {

struct Suite {
  std::filesystem::path scripts;  // the shipped scripts
  std::vector<std::string> paths; // files and folders; empty: scripts/regression
  unsigned at_once = 8;
};

struct Judged {
  std::string name; // the scenario's, or the file's where it has a fault
  std::string file;
  std::vector<std::string> failures; // empty: passed
  Ran ran;
};

// Runs them all; `each` is called as they end. The error: what could not be found or read at all.
struct Summary {
  std::string problem;
  std::size_t passed = 0;
  std::size_t failed = 0;
};
Summary run_suite(const Suite& suite, const std::function<void(const Judged&)>& each);

} // namespace dialbench::regression
