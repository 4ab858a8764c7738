#include "harness/regression/judge.hpp"

#include "at/words.hpp"
#include "harness/diagnosis/verdict.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/regression/judge_calls.hpp"
#include "harness/transcript/escape.hpp"

#include <algorithm>
#include <iterator>

namespace dialbench::regression {
namespace {

class Judge {
 public:
  template <class T>
  void same(std::string_view what, const std::optional<T>& expected, const T& got) {
    if (expected && *expected != got) wrong(what, text(*expected), text(got));
  }
  void wrong(std::string_view what, const std::string& expected, const std::string& got) {
    failures.push_back(std::string(what) + ": expected " + expected + ", got " + got);
  }
  void add(const std::vector<std::string>& more) {
    failures.insert(failures.end(), more.begin(), more.end());
  }

  std::vector<std::string> failures;

 private:
  static std::string text(evidence::OutcomeClass outcome) { return std::string(evidence::name(outcome)); }
  static std::string text(const std::string& word) { return '"' + transcript::escaped(word) + '"'; }
  static std::string text(bool truth) { return truth ? "true" : "false"; }
  static std::string text(unsigned number) { return std::to_string(number); }
  static std::string text(int number) { return std::to_string(number); }
};

bool drawn_faults_acted(const Scenario& scenario, const Ran& ran) {
  const auto is_drawn = [&](const std::string& line) {
    return std::ranges::none_of(scenario.faults,
                                [&](const faults::Fault& fault) { return faults::shown(fault) == line; });
  };
  return ran.seed && std::ranges::any_of(ran.faults, is_drawn);
}

// Case and blanks make no other command, nor does an escape in front of it, which has no line end.
std::string plain(std::string_view line) {
  while (line.starts_with('+')) line.remove_prefix(1);
  std::string text;
  for (const char c : line)
    if (c != ' ' && c != '\t') text += at::detail::to_upper(c);
  return text;
}

// What the dialer said, line by line.
std::vector<std::string> lines_sent(const Ran& ran) {
  std::vector<std::string> lines(1);
  for (const auto& event : ran.transcript) {
    if (event.kind != transcript::Kind::sent) continue;
    for (const char c : event.text) {
      if (c != '\r' && c != '\n')
        lines.back() += c;
      else if (!lines.back().empty())
        lines.emplace_back();
    }
  }
  for (auto& line : lines) line = plain(line);
  return lines;
}

void judge_recording(const Scenario& scenario, const Ran& ran, Judge& judge) {
  if (!scenario.expect.kept || !ran.beside_recording) return;
  const auto against = ran.beside_recording->against;
  if (*scenario.expect.kept && against > 0)
    judge.wrong("kept", "what was recorded",
                std::to_string(against) + (against == 1 ? " difference" : " differences"));
  else if (!*scenario.expect.kept && against == 0)
    judge.wrong("kept", "a difference from what was recorded", "none");
}

std::vector<std::string> judge_command(const Scenario& scenario, const Ran& ran) {
  Judge judge;
  const auto& expect = scenario.expect;
  if (!ran.status && !ran.dismissed) {
    judge.wrong("the command", "an end within " + evidence::shown(scenario.command_timeout),
                "none: it was ended");
    judge.add(judge_calls(scenario.calls, ran.calls, {.by_itself = false})); // which may say why
    return std::move(judge.failures);
  }
  if (drawn_faults_acted(scenario, ran)) return {};
  if (ran.status) {
    judge.same("status", expect.status, *ran.status);
    if (expect.succeeds && *expect.succeeds != (*ran.status == 0))
      judge.wrong("succeeds", *expect.succeeds ? "true" : "false", "status " + std::to_string(*ran.status));
  }
  const auto is_sent = [](const transcript::Event& event) {
    return event.kind == transcript::Kind::sent && !event.text.empty();
  };
  judge.same("speaks", expect.speaks, std::ranges::any_of(ran.transcript, is_sent));
  judge.same("dials", expect.dials, ran.dials);
  judge.same("hung_up", expect.hung_up, !ran.on_line);
  const auto sent = lines_sent(ran);
  auto from = sent.begin();
  for (const auto& wanted : expect.sent) {
    const auto found = std::find(from, sent.end(), plain(wanted));
    if (found == sent.end()) {
      judge.wrong("sent", '"' + transcript::escaped(wanted) + '"', "no such line where it belongs");
      break;
    }
    from = std::next(found);
  }
  judge_recording(scenario, ran, judge);
  judge.add(judge_calls(scenario.calls, ran.calls, {.by_itself = !ran.dismissed, .status = ran.status}));
  return std::move(judge.failures);
}

// What is wrong with the script stands before everything that came of it. A script that could not be run is a
// failure even where nothing is expected that this breaks.
void judge_script(const Scenario& scenario, const evidence::Outcome& last,
                  std::vector<std::string>& failures) {
  const auto& fault = last.evidence.fault_text;
  if (fault.empty()) return;
  const bool judged = scenario.expect.outcome || scenario.expect.code;
  const bool unforeseen = last.outcome == evidence::OutcomeClass::script_fault && !judged;
  if (failures.empty() && !unforeseen) return;
  failures.insert(failures.begin(), (fault.starts_with(scenario.file) ? "" : "the script: ") + fault);
}

} // namespace

std::vector<std::string> judge(const Scenario& scenario, const Ran& ran) {
  if (!ran.problem.empty()) return {"could not be run: " + ran.problem};
  if (!scenario.command.empty()) return judge_command(scenario, ran);
  if (ran.outcomes.empty()) return {"ended without an outcome"};
  Judge judge;
  const auto& expect = scenario.expect;
  if (drawn_faults_acted(scenario, ran)) return {};
  const auto& last = ran.outcomes.back();
  const auto verdict = diagnosis::diagnose(last);
  judge.same("first_class", expect.first_outcome, ran.outcomes.front().outcome);
  judge.same("class", expect.outcome, last.outcome);
  judge.same("code", expect.code, verdict.code);
  judge.same("word", expect.word, last.word);
  judge.same("dials", expect.dials, ran.dials);
  judge.same("stale", expect.stale, static_cast<unsigned>(last.evidence.stale.size()));
  judge.same("hung_up", expect.hung_up, last.evidence.hung_up);
  const std::string cause = verdict.causes.empty() ? "" : verdict.causes.front().id;
  judge.same("first_cause", expect.first_cause, cause);
  const Duration took = last.evidence.ended.value_or(Time{}) - last.evidence.dial_sent.value_or(Time{});
  if (expect.within && took > *expect.within) {
    judge.wrong("within", evidence::shown(*expect.within), evidence::shown(took));
  }
  if (expect.not_before && took < *expect.not_before) {
    judge.wrong("not_before", evidence::shown(*expect.not_before), evidence::shown(took));
  }
  judge_recording(scenario, ran, judge);
  judge.add(judge_calls(scenario.calls, ran.calls));
  judge_script(scenario, last, judge.failures);
  return std::move(judge.failures);
}

} // namespace dialbench::regression
