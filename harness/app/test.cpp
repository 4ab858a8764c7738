// dialbench test: regression scenarios through the real driver, each over a socat pair of its own, several at
// once.
#include "harness/app/commands.hpp"
#include "harness/app/find_scripts.hpp"
#include "harness/app/terminal.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/regression/listing.hpp"
#include "harness/regression/suite.hpp"
#include "harness/report/plain.hpp"

namespace dialbench::app {
namespace {

// An emulated modem waits most of its time: many fit on one core.
constexpr unsigned jobs_usual = 16;
constexpr std::size_t name_width = 66;

std::string headline(const regression::Judged& judged) {
  const std::string line = (judged.failures.empty() ? "ok    " : "FAIL  ") + report::printable(judged.name);
  return report::padded(report::shortened(line, name_width), name_width) + "  " +
         evidence::shown(judged.ran.took) + '\n';
}

std::string failure_text(const regression::Judged& judged) {
  std::string text;
  for (const auto& line : judged.failures) {
    // A fault of the file itself begins with its name already.
    const bool named = line.starts_with(judged.file);
    text += report::wrapped(named ? line : judged.file + ": " + line, "      ");
  }
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
  return summary.failed == 0 ? printed_status() : 1;
}

} // namespace dialbench::app
