// The verdict, put together: code and alternatives from the mapping, causes from the rules, words from the
// tables.
#include "catalogue/catalogue.hpp"
#include "harness/diagnosis/also_seen.hpp"
#include "harness/diagnosis/alternatives.hpp"
#include "harness/diagnosis/check.hpp"
#include "harness/diagnosis/evidence_lines.hpp"
#include "harness/diagnosis/facts.hpp"
#include "harness/diagnosis/headline.hpp"
#include "harness/diagnosis/phrases.hpp"
#include "harness/diagnosis/rules.hpp"
#include "harness/diagnosis/verdict.hpp"
#include "harness/evidence/mapping.hpp"

namespace dialbench::diagnosis {
namespace {

constexpr std::size_t causes_max = 3;

ProbableCause shown(const Weighed& weighed, const Facts& facts, const Invocation& call) {
  ProbableCause cause;
  cause.id = weighed.cause->id;
  cause.likelihood = likelihood_of(weighed.weight);
  cause.text = weighed.cause->text;
  for (const auto* rule : weighed.supports) cause.supports.push_back(filled(rule->sentence, facts));
  for (const auto* rule : weighed.against) cause.against.push_back(filled(rule->sentence, facts));
  cause.check = check_for(*weighed.cause, facts, call);
  return cause;
}

// What the port itself advises is exact: its command takes the place of the one that the catalogue knows.
// Only one whole command goes into a check; more, and what is no command, are shown by the report.
void prefer_advice_of_port(std::vector<ProbableCause>& causes, const Facts& facts) {
  if (causes.empty() || !facts.seen.port || facts.seen.port->advice.empty()) return;
  const auto& advice = facts.seen.port->advice;
  const bool is_command = advice.front() >= 'a' && advice.front() <= 'z';
  if (!is_command || advice.find('\n') != std::string::npos) return;
  auto& check = causes.front().check;
  const auto colon = check.rfind(": ");
  if (colon == std::string::npos) {
    check = advice;
  } else {
    check.replace(colon + 2, std::string::npos, advice);
  }
}

std::vector<ProbableCause> causes_of(int code, const Facts& facts, const Invocation& call) {
  std::vector<ProbableCause> causes;
  for (const auto& weighed : weigh(code, facts)) {
    if (causes.size() == causes_max) break;
    causes.push_back(shown(weighed, facts, call));
  }
  prefer_advice_of_port(causes, facts);
  return causes;
}

} // namespace

Verdict diagnose(const evidence::Outcome& outcome, const Invocation& call) {
  const Facts facts(outcome);
  const evidence::Codes codes = evidence::codes_for(outcome.outcome, outcome.evidence);
  Verdict verdict;
  verdict.outcome = outcome.outcome;
  verdict.code = codes.code;
  if (const auto* known = catalogue::find(codes.code)) verdict.symbol = known->symbol;
  verdict.word = outcome.word;
  verdict.headline = headline_of(facts);
  verdict.alternatives = alternatives_for(codes.code, codes.alternatives, facts);
  verdict.certain = verdict.alternatives.empty();
  verdict.evidence = evidence_lines(facts);
  if (codes.code != 0) verdict.causes = causes_of(codes.code, facts, call);
  verdict.also_seen = also_seen(facts, codes.code);
  return verdict;
}

} // namespace dialbench::diagnosis
