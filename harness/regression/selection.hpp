// Which scenarios are run: those of the files and folders, whose name or file has what was asked for, the
// share of this machine, so often.
#pragma once

#include "at/expected.hpp"
#include "harness/regression/scenario.hpp"
#include "harness/script/script.hpp"

#include <string>
#include <vector>

namespace dialbench::regression {

// A scenario file, read; with faults in it it is no less one of them: it fails.
struct Found {
  std::string file;
  at::Expected<Scenario, std::vector<script::Fault>> scenario;
  std::size_t place = 0;                  // among the runs of all machines
  [[nodiscard]] std::string name() const; // the scenario's
};

struct Share {
  unsigned index = 1; // 1 to `count`
  unsigned count = 1;
};

struct Selection {
  std::vector<std::string> paths;   // files, and folders with *.toml below them
  std::vector<std::string> filters; // any of them stands in the name or the file, in any case; none: all
  Share share;                      // every count-th of those, from the index-th on
  unsigned repeat = 1;              // each so often, one round after the other
};

// In the order in which they are to be run; the error is what could not be found, in one line.
at::Expected<std::vector<Found>, std::string> select(const Selection& selection);

} // namespace dialbench::regression
