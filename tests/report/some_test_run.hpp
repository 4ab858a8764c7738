// One case that passed, one that failed, one that could not be read; with everything in them that a format
// might break on.
#pragma once

#include "harness/report/test_run.hpp"

namespace dialbench::tests {

inline report::TestRun some_test_run() {
  using namespace std::chrono_literals;
  report::TestRun run;
  run.name = "dialbench";
  run.timestamp = "2001-02-03T04:05:06";
  run.took = 1234ms;
  run.cases.push_back({.name = "a busy number is busy",
                       .file = "scripts/regression/busy.toml",
                       .failures = {},
                       .unreadable = false,
                       .listing = {},
                       .whole_listing = {},
                       .outcome = "busy",
                       .code = 676,
                       .seed = {},
                       .faults = {},
                       .took = 7ms});
  run.cases.push_back({.name = "5 < 6 & \"quoted\" # \x1b[31m]]>\xff",
                       .file = "./mine/late.toml",
                       .failures = {"class: expected busy, got no_answer", "code: expected 676, got 678"},
                       .unreadable = false,
                       .listing = "  0.0  ATDT5550176\\r\n  5.0             NO ANSWER\x01\n",
                       .whole_listing = {},
                       .outcome = "no_answer",
                       .code = 678,
                       .seed = {},
                       .faults = {},
                       .took = 61'001ms});
  run.cases.push_back({.name = "a scenario that cannot be read",
                       .file = "bad.toml",
                       .failures = {"bad.toml:3:1: no such key"},
                       .unreadable = true,
                       .listing = {},
                       .whole_listing = {},
                       .outcome = {},
                       .code = 0,
                       .seed = {},
                       .faults = {},
                       .took = 0ms});
  return run;
}

} // namespace dialbench::tests
