#include "harness/report/text.hpp"

#include "harness/report/plain.hpp"

#include <algorithm>
#include <sstream>

namespace dialbench::report {
namespace {

std::string answer_of(const diagnosis::Verdict& verdict) {
  if (verdict.code == 0) return verdict.outcome == evidence::OutcomeClass::connected ? "CONNECTED" : "DONE";
  std::string answer = std::to_string(verdict.code);
  if (!verdict.symbol.empty()) answer += ' ' + verdict.symbol;
  return answer;
}

bool says(const diagnosis::Verdict& verdict, std::string_view fact) {
  return fact.empty() || verdict.headline.find(fact) != std::string::npos ||
         std::any_of(verdict.evidence.begin(), verdict.evidence.end(),
                     [&](const auto& line) { return line.text.find(fact) != std::string::npos; });
}

// A command of our own that a check has behind what it is good for.
bool is_a_check(const diagnosis::Verdict& verdict, const std::string& line) {
  return line.starts_with("dialbench ") &&
         std::any_of(verdict.causes.begin(), verdict.causes.end(),
                     [&](const auto& cause) { return cause.check.ends_with(": " + line); });
}

// What the system or the script reader said, in its own words; and commands that must work when they are
// pasted, so they start in the first column and are never wrapped.
std::string particulars(const diagnosis::Verdict& verdict, const evidence::Evidence& evidence) {
  std::string out;
  if (!says(verdict, evidence.fault_text)) out += wrapped(evidence.fault_text, "");
  if (!evidence.port) return out;
  if (!says(verdict, evidence.port->detail)) out += wrapped(evidence.port->detail, "");
  std::istringstream advice(evidence.port->advice);
  for (std::string line; std::getline(advice, line);) {
    if (!is_a_check(verdict, line)) out += printable(line) + '\n';
  }
  return out;
}

std::string how_sure(const diagnosis::Verdict& verdict) {
  if (verdict.code == 0) return {};
  if (verdict.alternatives.empty())
    return verdict.certain ? wrapped("The code is certain.", "  ") : std::string();
  std::string out;
  for (const auto& other : verdict.alternatives) {
    std::string text = "It may also have been " + std::to_string(other.code);
    if (!other.symbol.empty()) text += ' ' + other.symbol;
    text += other.reason.empty() ? "." : ": " + other.reason;
    out += wrapped(text, "  ");
  }
  return out;
}

std::string evidence_part(const diagnosis::Verdict& verdict, const Style& style) {
  std::string lines;
  for (const auto& line : verdict.evidence) {
    lines += wrapped(line.source.empty() ? line.text : line.text + " [" + line.source + ']', "  ");
  }
  lines += how_sure(verdict);
  return lines.empty() ? lines : '\n' + style.heading("Evidence") + '\n' + lines;
}

std::string cause_text(std::size_t position, const diagnosis::ProbableCause& cause) {
  const std::string lead =
      "  " + std::to_string(position) + ' ' + padded(diagnosis::name(cause.likelihood), 8) + "  ";
  std::string out = wrapped(cause.text, lead);
  for (const auto& fact : cause.supports) out += wrapped(fact, "      for     ");
  for (const auto& fact : cause.against) out += wrapped(fact, "      against ");
  if (!cause.check.empty()) out += wrapped_with_command(cause.check, "      check   ");
  return out;
}

std::string causes_part(const diagnosis::Verdict& verdict, const Style& style) {
  if (verdict.causes.empty()) return {};
  std::string out = '\n' + style.heading("Probable causes") + '\n';
  for (std::size_t i = 0; i < verdict.causes.size(); ++i) out += cause_text(i + 1, verdict.causes[i]);
  return out;
}

std::string list_part(std::string_view heading, const std::vector<std::string>& lines, const Style& style) {
  if (lines.empty()) return {};
  std::string out = '\n' + style.heading(heading) + '\n';
  for (const auto& line : lines) out += wrapped(line, "  ");
  return out;
}

} // namespace

std::string title(const diagnosis::Verdict& verdict, const Style& style) {
  const std::string answer = answer_of(verdict);
  const std::string named = "    class " + std::string(evidence::name(verdict.outcome));
  const std::string said = verdict.word.empty() ? "" : "the modem said: " + printable(verdict.word);
  std::string out = (verdict.code == 0 ? style.good(answer) : style.bad(answer)) + named;
  if (said.empty()) return out + '\n';
  if (answer.size() + named.size() + 4 + said.size() <= columns_max) return out + "    " + said + '\n';
  return out + '\n' + wrapped(said, "    ");
}

std::string exit_line(int code, int exit_status) {
  std::string line = "exit status " + std::to_string(exit_status);
  if (code != 0 && exit_status == code - 600) line += " (the code minus 600)";
  return line + '\n';
}

std::string verdict_text(const diagnosis::Verdict& verdict, const evidence::Outcome& outcome,
                         const Setting& setting, const Style& style) {
  std::string out = title(verdict, style) + wrapped(verdict.headline, "");
  out += particulars(verdict, outcome.evidence);
  std::string sections = evidence_part(verdict, style);
  sections += causes_part(verdict, style);
  sections += list_part("Also seen", verdict.also_seen, style);
  sections += list_part("Reported by the script", outcome.evidence.reports, style);
  if (!sections.empty()) out += sections + '\n';
  for (const auto& remark : setting.remarks) out += wrapped_with_command(remark, "");
  return out + exit_line(verdict.code, setting.exit_status);
}

} // namespace dialbench::report
