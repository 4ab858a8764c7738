#include "harness/regression/scenario_script.hpp"

#include "harness/evidence/mapping.hpp"

#include <string>
#include <system_error>
#include <utility>

namespace dialbench::regression {

at::Expected<script::Script, script::Fault> read_script(const Scenario& scenario,
                                                        const std::filesystem::path& scripts) {
  script::NumberRules rules;
  rules.line_simulator = true;
  const bool chat = !scenario.chat.empty();
  const std::string named = chat ? scenario.chat : scenario.script;
  std::filesystem::path file = std::filesystem::path(scenario.file).parent_path() / named;
  std::error_code unseen;
  if (named.empty() || !std::filesystem::exists(file, unseen))
    file = scripts / (named.empty() ? "dial.toml" : named);
  const auto text = script::read_file(file.string());
  if (!text) return at::Unexpected{text.error()};
  if (chat) return script::read_chat(*text, file.string(), rules);
  return script::read_toml(*text, file.string(), scenario.variables, rules);
}

evidence::Outcome outcome_of(const script::Fault& fault) {
  evidence::Evidence evidence;
  using evidence::OutcomeClass;
  using evidence::Refusal;
  evidence.fault_text = script::shown(fault);
  evidence.ending = fault.outcome == OutcomeClass::script_fault ? evidence::Ending::script_fault
                                                                : evidence::Ending::refused;
  evidence.refusal = fault.outcome == OutcomeClass::refused_emergency ? Refusal::emergency
                     : fault.outcome == OutcomeClass::number_too_long ? Refusal::too_long
                                                                      : Refusal::malformed;
  return evidence::conclude(std::move(evidence));
}

} // namespace dialbench::regression
