#include "harness/app/refusal.hpp"

#include "harness/evidence/mapping.hpp"

namespace dialbench::app {
namespace {

using evidence::Ending;
using evidence::Evidence;
using evidence::OutcomeClass;
using evidence::Refusal;

void set_refusal(Evidence& evidence, OutcomeClass outcome) {
  evidence.ending = Ending::refused;
  switch (outcome) {
  case OutcomeClass::number_malformed: evidence.refusal = Refusal::malformed; return;
  case OutcomeClass::number_too_long: evidence.refusal = Refusal::too_long; return;
  case OutcomeClass::refused_emergency: evidence.refusal = Refusal::emergency; return;
  case OutcomeClass::refused_redial: evidence.refusal = Refusal::redial; return;
  default: evidence.ending = Ending::script_fault;
  }
}

evidence::Outcome refused(OutcomeClass outcome, const std::string& text, const std::string& number) {
  Evidence evidence;
  set_refusal(evidence, outcome);
  evidence.number = number;
  evidence.fault_text = text;
  return evidence::conclude(std::move(evidence));
}

} // namespace

evidence::Outcome refused(const script::Fault& fault, const std::string& number) {
  return refused(fault.outcome, script::shown(fault), number);
}

evidence::Outcome refused(const script::NumberRefusal& refusal, const std::string& number) {
  std::string sentence = refusal.text; // it stands behind a colon elsewhere, and alone here
  if (!sentence.empty() && sentence.front() >= 'a' && sentence.front() <= 'z') sentence.front() -= 'a' - 'A';
  return refused(refusal.outcome, sentence, number);
}

evidence::Outcome refused_by_redial_rules(const std::string& reason, const std::string& number) {
  return refused(OutcomeClass::refused_redial, reason, number);
}

evidence::Outcome not_opened(const evidence::PortProblem& problem, const std::string& port,
                             const std::string& number) {
  Evidence evidence;
  evidence.ending = Ending::port_failed;
  evidence.port = problem;
  evidence.port_name = port;
  evidence.number = number;
  return evidence::conclude(std::move(evidence));
}

evidence::Outcome stopped_before_dialling(const std::string& number) {
  Evidence evidence;
  evidence.ending = Ending::stopped;
  evidence.number = number;
  return evidence::conclude(std::move(evidence));
}

} // namespace dialbench::app
