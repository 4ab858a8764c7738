// Many scenarios: running several at once, telling what failed.
#pragma once

#include "harness/regression/run_scenario.hpp"
#include "harness/regression/selection.hpp"

#include <boost/asio/io_context.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dialbench::regression {

struct Suite {
  std::filesystem::path scripts; // the shipped scripts
  unsigned at_once = 8;
  Way way = Way::serial;
  // Faults are drawn for each run: from this for the first of the list, from the number behind it for the
  // second, and so on. So any of them can be run again alone by its own seed.
  std::optional<std::uint64_t> seed;
};

struct Judged {
  std::size_t index = 0; // among the scenarios that were given
  std::string name;      // the scenario's
  std::string file;
  std::vector<std::string> failures; // empty: passed
  bool unreadable = false;           // the file has a fault, and nothing was run
  Ran ran;
};

// Runs them all; `each` is called as they end.
struct Summary {
  std::size_t passed = 0;
  std::size_t failed = 0;
};
Summary run_suite(const Suite& suite, const std::vector<Found>& scenarios,
                  const std::function<void(const Judged&)>& each);
// The same on a context that may be stopped: `each` is not called for what ran then or would have come.
// Commands and folders of theirs go with the context.
Summary run_suite(boost::asio::io_context& context, const Suite& suite, const std::vector<Found>& scenarios,
                  const std::function<void(const Judged&)>& each);

} // namespace dialbench::regression
