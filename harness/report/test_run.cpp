#include "harness/report/test_run.hpp"

#include <algorithm>

namespace dialbench::report {

std::size_t TestRun::unreadable() const noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(cases, &TestCase::unreadable));
}

std::size_t TestRun::failed() const noexcept {
  return static_cast<std::size_t>(
      std::ranges::count_if(cases, [](const TestCase& each) { return !each.passed() && !each.unreadable; }));
}

} // namespace dialbench::report
