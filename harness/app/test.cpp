// dialbench test: regression scenarios through the real driver, each over a socat pair of its own, several at
// once.
#include "harness/app/commands.hpp"
#include "harness/app/find_scripts.hpp"
#include "harness/app/terminal.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/regression/listing.hpp"
#include "harness/regression/suite.hpp"

namespace dialbench::app {
namespace {

// An emulated modem waits most of its time: many fit on one core.
constexpr unsigned jobs_usual = 16;
constexpr std::size_t name_width = 66;

std::string headline(const regression::Judged& judged) {
  std::string line = (judged.failures.empty() ? "ok    " : "FAIL  ") + judged.name;
  if (line.size() < name_width) line.resize(name_width, ' ');
  return line + "  " + evidence::shown(judged.ran.took) + '\n';
}

std::string failure_text(const regression::Judged& judged) {
  std::string text;
  for (const auto& line : judged.failures) text += "      " + judged.file + ": " + line + '\n';
  if (!judged.ran.transcript.empty()) text += '\n' + regression::listing(judged.ran.transcript) + '\n';
  text += "      Again, alone:  dialbench test " + judged.file + "\n\n";
  return text;
}

} // namespace

int test(const TestOptions& options) {
  regression::Suite suite;
  suite.paths = options.paths;
  suite.at_once = options.jobs != 0 ? options.jobs : jobs_usual;
  const auto scripts = find_scripts();
  if (!scripts) return failure(scripts.error());
  suite.scripts = *scripts;
  const auto summary = regression::run_suite(suite, [](const regression::Judged& judged) {
    print(headline(judged) + (judged.failures.empty() ? "" : failure_text(judged)));
  });
  if (!summary.problem.empty()) return usage_error(summary.problem);
  const auto all = summary.passed + summary.failed;
  print('\n' + std::to_string(all) + (all == 1 ? " scenario: " : " scenarios: ") +
        std::to_string(summary.passed) + " passed, " + std::to_string(summary.failed) + " failed.\n");
  return summary.failed == 0 ? 0 : 1;
}

} // namespace dialbench::app
