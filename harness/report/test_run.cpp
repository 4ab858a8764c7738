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

std::string faults_text(const TestCase& each) {
  std::string text;
  if (!each.seed.empty()) text += "seed " + each.seed + '\n';
  for (const auto& line : each.faults) text += "fault: " + line + '\n';
  return text;
}

} // namespace dialbench::report
