// The Test Anything Protocol, version 13.
#include "harness/report/plain.hpp"
#include "harness/report/test_run.hpp"

#include <string_view>

namespace dialbench::report {
namespace {

// # begins a directive in a description (# SKIP), and is escaped there.
std::string description(std::string_view name) {
  std::string out;
  for (const char c : printable(name)) {
    if (c == '#' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void add_diagnostics(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    out += "# " + printable(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

} // namespace

std::string tap(const TestRun& run) {
  std::string out = "TAP version 13\n1.." + std::to_string(run.cases.size()) + '\n';
  std::size_t number = 0;
  for (const auto& each : run.cases) {
    out += (each.passed() ? "ok " : "not ok ") + std::to_string(++number) + " - " + description(each.name) +
           '\n';
    add_diagnostics(out, faults_text(each));
    if (each.passed()) continue;
    for (const auto& line : each.failures)
      add_diagnostics(out, line.starts_with(each.file) ? line : each.file + ": " + line);
    add_diagnostics(out, each.listing);
  }
  return out;
}

} // namespace dialbench::report
