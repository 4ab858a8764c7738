// dialbench test: regression scenarios against an emulated modem, several at once.
#include "harness/app/commands.hpp"
#include "harness/app/find_scripts.hpp"
#include "harness/app/script_file.hpp"
#include "harness/app/signals.hpp"
#include "harness/app/terminal.hpp"
#include "harness/diagnosis/verdict.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/regression/again.hpp"
#include "harness/regression/listing.hpp"
#include "harness/regression/suite.hpp"
#include "harness/report/plain.hpp"
#include "harness/report/test_run.hpp"

#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>

namespace dialbench::app {
namespace {

// An emulated modem waits most of its time: many fit on one core.
constexpr unsigned jobs_usual = 16;
constexpr std::size_t name_width = 66;
// The time of a row stands where that of a conversation's stands.
constexpr std::size_t table_indent = 4;
// What a command wrote last is what it failed of, and what is above it on a terminal is to stay there.
constexpr std::size_t output_lines_max = 40;

std::string headline(const report::TestCase& each) {
  const std::string line = (each.passed() ? "ok    " : "FAIL  ") + report::printable(each.name);
  return report::padded(report::shortened(line, name_width), name_width) + "  " + evidence::shown(each.took) +
         '\n';
}

std::string indented(const std::string& lines) {
  std::string text;
  for (std::size_t at = 0; at < lines.size();) {
    const auto end = lines.find('\n', at) + 1;
    text += report::wrapped(lines.substr(at, end - 1 - at), "      ");
    at = end;
  }
  return text;
}

std::string failure_text(const report::TestCase& each, const std::string& again) {
  std::string text;
  for (const auto& line : each.failures) {
    // A fault of the file itself begins with its name already.
    const bool named = line.starts_with(each.file);
    text += report::wrapped(named ? line : each.file + ": " + line, "      ");
  }
  if (!each.listing.empty()) text += '\n' + each.listing + '\n';
  return text + "      Again, alone:  " + report::printable(again) + "\n\n";
}

std::string harmless(std::string_view output) {
  std::string text;
  while (!output.empty()) {
    const auto end = std::min(output.find('\n'), output.size());
    text += report::wrapped(report::printable(output.substr(0, end)), "        ");
    output.remove_prefix(std::min(end + 1, output.size()));
  }
  return text;
}

// `most`: how many of its lines.
std::string output_text(const regression::Ran& ran, std::size_t most) {
  std::string text = harmless(ran.output);
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  std::string left_out;
  if (lines > most) {
    std::size_t from = 0;
    for (std::size_t n = lines - most; n > 0; --n) from = text.find('\n', from) + 1;
    text.erase(0, from);
    left_out = std::to_string(lines - most) + " lines";
  }
  if (ran.output_left_out > 0)
    left_out += (left_out.empty() ? "" : " and ") + std::to_string(ran.output_left_out) + " bytes";
  if (left_out.empty()) return text;
  const std::string elsewhere = lines > most ? "; the lines are in --junit and --json" : "";
  return report::wrapped("... (" + left_out + " before this" + elsewhere + ')', "        ") + text;
}

// `most`: how many lines of what a command wrote.
std::string listing_of(const regression::Judged& judged, std::size_t most) {
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : "\n") + part; };
  const auto& ran = judged.ran;
  if (!ran.transcript.empty()) add(regression::listing(ran.transcript));
  if (ran.beside_recording && !ran.beside_recording->kept())
    add("      Beside the recording:\n\n" + replay::side_by_side(*ran.beside_recording, false, table_indent));
  if (!ran.output.empty()) add("      What the command wrote:\n" + output_text(ran, most));
  return text;
}

report::TestCase case_of(const regression::Judged& judged) {
  report::TestCase each;
  each.name = judged.name;
  each.file = judged.file;
  each.failures = judged.failures;
  each.unreadable = judged.unreadable;
  each.took = judged.ran.took;
  if (judged.ran.seed) each.seed = std::to_string(*judged.ran.seed);
  each.faults = judged.ran.faults;
  if (!judged.failures.empty()) {
    each.listing = listing_of(judged, output_lines_max);
    each.whole_listing = listing_of(judged, judged.ran.output.size());
    if (each.whole_listing == each.listing) each.whole_listing.clear();
  }
  if (!judged.ran.outcomes.empty()) {
    const auto& outcome = judged.ran.outcomes.back();
    each.outcome = evidence::name(outcome.outcome);
    each.code = diagnosis::diagnose(outcome).code;
  }
  return each;
}

std::string signal_name(int signal) { return "SIG" + std::string(::sigabbrev_np(signal)); }

// In the world's time, so that the reports of several machines can be put in order.
std::string now_as_text() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

// What a signal has kept from its end is no pass.
void fill_in(report::TestRun& run, const std::vector<regression::Found>& scenarios,
             const std::vector<bool>& ended, int signal) {
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    if (ended[i]) continue;
    run.cases[i].name = scenarios[i].name();
    run.cases[i].file = scenarios[i].file;
    run.cases[i].failures = {"not run to its end: " + signal_name(signal) + " came"};
  }
}

// `gap`: whether what was printed last ends with an empty line; `signal`: the one that ended it, or 0.
report::TestRun run(const TestOptions& options, const regression::Suite& suite,
                    const std::vector<regression::Found>& scenarios, bool& gap, int& signal) {
  report::TestRun run;
  run.name = "dialbench";
  run.timestamp = now_as_text();
  run.cases.resize(scenarios.size());
  const auto environment = [](const std::string& name) { return std::getenv(name.c_str()); };
  const auto began = std::chrono::steady_clock::now();
  std::vector<bool> ended(scenarios.size());
  boost::asio::io_context context(1);
  Signals signals(context.get_executor(), [&] { context.stop(); });
  regression::run_suite(context, suite, scenarios, [&](const regression::Judged& judged) {
    ended[judged.index] = true;
    auto& each = run.cases[judged.index];
    each = case_of(judged);
    if (options.form != TestOptions::Form::text) return;
    const auto& found = scenarios[judged.index];
    const auto again = regression::again(found.scenario ? &*found.scenario : nullptr, each.file, suite.way,
                                         each.seed, environment);
    const bool faults_shown = !each.seed.empty() || !each.passed();
    print(headline(each) + (faults_shown ? indented(report::faults_text(each)) : "") +
          (each.passed() ? "" : failure_text(each, again)));
    gap = !each.passed();
  });
  signal = signals.number();
  if (signal != 0) fill_in(run, scenarios, ended, signal);
  run.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  return run;
}

std::string conclusion(const report::TestRun& run, const regression::Share& share, bool gap, int signal) {
  const auto all = run.cases.size();
  const auto failed = run.failed() + run.unreadable();
  std::string text = (gap ? "" : "\n") + report::counted(all, "scenario");
  if (share.count > 1) text += " of share " + std::to_string(share.index) + '/' + std::to_string(share.count);
  text += ": " + std::to_string(all - failed) + " passed, " + std::to_string(failed) + " failed";
  return text + (signal == 0 ? "" : " or not run to their end, as " + signal_name(signal) + " came") + ".\n";
}

} // namespace

int test(const TestOptions& options) {
  const auto scripts = find_scripts();
  if (!scripts) return failure(scripts.error());
  regression::Suite suite;
  suite.scripts = *scripts;
  suite.at_once = options.jobs != 0 ? options.jobs : jobs_usual;
  suite.way = options.way;
  suite.seed = options.seed;
  regression::Selection selection{
      .paths = options.paths, .filters = options.filters, .share = options.share, .repeat = options.repeat};
  for (auto& path : selection.paths) path = script_place(path, suite.scripts);
  if (selection.paths.empty()) selection.paths.push_back((suite.scripts / "regression").string());
  const auto scenarios = regression::select(selection);
  if (!scenarios) return usage_error(scenarios.error());

  // Opened first: a file that cannot be written is told before the work, not after it. What it holds is kept
  // until there is something better.
  if (!options.junit.empty()) {
    const std::ofstream junit(options.junit, std::ios::binary | std::ios::app);
    if (!junit) return usage_error(options.junit + ": JUnit's XML cannot be written there.");
  }

  bool gap = false;
  int signal = 0;
  const auto ran = run(options, suite, *scenarios, gap, signal);
  switch (options.form) {
  case TestOptions::Form::text: print(conclusion(ran, options.share, gap, signal)); break;
  case TestOptions::Form::json: print(report::test_json(ran)); break;
  case TestOptions::Form::tap: print(report::tap(ran)); break;
  }
  if (!options.junit.empty()) {
    std::ofstream junit(options.junit, std::ios::binary | std::ios::trunc);
    junit << report::junit(ran);
    junit.close();
    if (!junit) return failure(options.junit + ": JUnit's XML could not be written there whole.");
  }
  if (signal != 0) return 128 + signal;
  return ran.failed() + ran.unreadable() == 0 ? printed_status() : 1;
}

} // namespace dialbench::app
