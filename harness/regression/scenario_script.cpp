#include "harness/regression/scenario_script.hpp"

#include "harness/evidence/mapping.hpp"
#include "harness/script/quoted.hpp"

#include <string>
#include <system_error>
#include <utility>

namespace dialbench::regression {

namespace {

namespace fs = std::filesystem;
using ScriptOr = at::Expected<script::Script, script::Fault>;

at::Unexpected<script::Fault> fault_of(const Scenario& scenario, script::Place place, std::string found,
                                       std::string expected) {
  return {script::Fault{scenario.file, place, std::move(found), std::move(expected)}};
}

// chat(8) lets T and U be given; `number` is the one, a variable of that name the other.
ScriptOr read_chat(const Scenario& scenario, const std::string& text, const std::string& file,
                   const script::NumberRules& rules) {
  script::ChatNumbers numbers;
  for (const auto& each : scenario.variables) {
    if (each.name != "number" && each.name != "U")
      return fault_of(scenario, {}, "the variable " + script::in_quotes(each.name) + " of a chat script",
                      "number or U: it has no others");
    (each.name == "U" ? numbers.u : numbers.t) = each.value;
  }
  return script::read_chat(text, file, rules, numbers);
}

} // namespace

ScriptOr read_script(const Scenario& scenario, const fs::path& scripts) {
  script::NumberRules rules;
  rules.line_simulator = true;
  const bool chat = !scenario.chat.empty();
  const std::string named = chat ? scenario.chat : scenario.script;
  if (named.empty() && number_dialled(scenario).empty())
    return fault_of(scenario, {1, 1}, "the scenario has no number", "number = \"5550100\"");
  std::error_code unseen;
  fs::path file = fs::path(scenario.file).parent_path() / named;
  if (named.empty() || !fs::exists(file, unseen)) file = scripts / (named.empty() ? "dial.toml" : named);
  if (!named.empty() && !fs::exists(file, unseen))
    return fault_of(scenario, scenario.script_place, "there is no " + script::in_quotes(named),
                    "a file beside the scenario, or one of " + scripts.string());
  const auto text = script::read_file(file.string());
  if (!text) return at::Unexpected{text.error()};
  if (chat) return read_chat(scenario, *text, file.string(), rules);
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
