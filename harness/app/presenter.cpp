#include "harness/app/presenter.hpp"

#include "harness/app/connection.hpp"
#include "harness/app/invocation.hpp"
#include "harness/app/terminal.hpp"
#include "harness/port/list.hpp"
#include "harness/report/json.hpp"
#include "harness/report/plain.hpp"
#include "harness/report/table.hpp"
#include "harness/report/text.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::app {
namespace {

std::string plugged_in() {
  for (const auto& port : port::list_ports()) {
    if (port.likely_modem)
      return report::wrapped("(A modem is plugged in. To use it: -p " + port.name + ')', "");
  }
  return {};
}

std::string first_lines(const CallPlan& plan, report::LineKind line) {
  if (plan.settings.port.empty()) {
    return "No --port given: this call goes to the built-in exchange. No phone line is used.\n" +
           plugged_in() + '\n';
  }
  if (line == report::LineKind::emulated) {
    return report::wrapped(plan.settings.port + " is a pty: an emulated modem. No phone line is used.", "") +
           '\n';
  }
  if (line == report::LineKind::simulator) {
    return report::wrapped(plan.settings.port + ": a line simulator, as you say. No phone line is used.",
                           "") +
           '\n';
  }
  return {};
}

} // namespace

Presenter::Presenter(const CallPlan& plan)
    : plan_(plan)
    , style_(output_style())
    , mask_(plan.output.mask ? NumberMask(numbers_in(plan.script, plan.number)) : NumberMask())
    , progress_(print, !plan.output.json && output_rewrites()) {
  invocation_ = invocation_of(plan);
  invocation_.number = mask_.text(invocation_.number);
  for (auto& operand : invocation_.operands) operand = mask_.text(operand);
  setting_.line = line_of(plan.settings);
  setting_.port = plan.settings.port;
}

void Presenter::open() {
  if (text()) print(first_lines(plan_, setting_.line));
}

void Presenter::open_refused() {
  if (text() && setting_.line == report::LineKind::emulated)
    print("Nothing was dialled. No phone line is used.\n\n");
}

void Presenter::show(const evidence::Outcome& outcome, const std::vector<std::string>& remarks) {
  const auto masked = mask_.outcome(outcome);
  const auto verdict = diagnosis::diagnose(masked, invocation_);
  setting_.exit_status = evidence::exit_status(verdict.code);
  setting_.remarks.clear();
  for (const auto& remark : remarks) setting_.remarks.push_back(mask_.text(remark));
  if (auto kept = what_stays_in_modem(plan_, outcome); !kept.empty())
    setting_.remarks.push_back(mask_.text(kept));
  counts_.add(verdict.outcome);
  progress_.clear();
  if (!text()) {
    print(report::json_text(report::verdict_json(verdict, masked, setting_), many() ? -1 : 2));
  } else {
    show_text(verdict, masked);
  }
}

void Presenter::show_text(const diagnosis::Verdict& verdict, const evidence::Outcome& outcome) {
  std::string whole = report::verdict_text(verdict, outcome, setting_, style_);
  if (many()) {
    show_row(verdict, outcome);
    last_ = std::move(whole);
  } else {
    print((outcome.evidence.notes.empty() ? "" : "\n") + whole);
  }
}

void Presenter::show_row(const diagnosis::Verdict& verdict, const evidence::Outcome& outcome) {
  print(report::call_row(counts_.calls(), verdict, outcome.evidence.ended.value_or(Time(0)), style_));
}

void Presenter::close(const std::string& stopped) {
  progress_.clear();
  if (!many()) return;
  if (!text()) {
    auto json = counts_.json();
    json["asked_for"] = plan_.repeat;
    json["stopped"] = stopped.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(stopped);
    json["exit_status"] = exit_status();
    print(report::json_text(json, -1));
    return;
  }
  // The last line is the counts, and names the exit status, so the status line of the last call goes.
  const auto end = last_.rfind("exit status ");
  if (end != std::string::npos) print("\nThe last call:\n" + last_.substr(0, end) + '\n');
  print(report::wrapped(counts_.text() + (stopped.empty() ? "" : ' ' + stopped) + " Exit status " +
                            std::to_string(exit_status()) + '.',
                        ""));
}

} // namespace dialbench::app
