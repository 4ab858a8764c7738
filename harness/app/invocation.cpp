#include "harness/app/invocation.hpp"

#include "harness/app/capitals.hpp"
#include "harness/app/find_scripts.hpp"
#include "harness/diagnosis/kept_settings.hpp"
#include "harness/evidence/duration.hpp"

#include <algorithm>
#include <optional>

namespace dialbench::app {
namespace {

using diagnosis::Invocation;

std::vector<Invocation::Option> options_of_line(const CallSettings& given,
                                                const CallSettings& configuration) {
  std::vector<Invocation::Option> options;
  const auto add = [&options](std::string name, std::string value) {
    options.push_back({std::move(name), std::move(value)});
  };
  if (given.port.empty() && !configuration.port.empty()) add("-p", "none");
  if (given.speed != configuration.speed) add("--speed", std::to_string(given.speed));
  if (port::shown(given.format) != port::shown(configuration.format))
    add("--format", port::shown(given.format));
  if (given.flow != configuration.flow) add("--flow", std::string(port::name(given.flow)));
  if (given.line_simulator != configuration.line_simulator)
    add("--line", given.line_simulator ? "simulator" : "real");
  if (given.dialect != configuration.dialect && !given.dialect.empty()) add("--dialect", given.dialect);
  if (given.country != configuration.country && !given.country.empty()) add("--country", given.country);
  if (given.pulse && !configuration.pulse) add("--pulse", "");
  return options;
}

// What a script of the user's own was given beside them.
std::vector<Invocation::Option> options_of_script(const CallSettings& given,
                                                  const CallSettings& configuration) {
  std::vector<Invocation::Option> options;
  if (given.dial_timeout && given.dial_timeout != configuration.dial_timeout)
    options.push_back({"--dial-timeout", evidence::spelled(*given.dial_timeout)});
  if (given.init && given.init != configuration.init) options.push_back({"--init", *given.init});
  if (given.s7 && given.s7 != configuration.s7) options.push_back({"--s7", std::to_string(*given.s7)});
  if (given.hold && given.hold != configuration.hold)
    options.push_back({"--hold", evidence::spelled(*given.hold)});
  return options;
}

// What came out of a secret variable may not be printed, and so no value that stands in its text.
bool is_secret(const script::Script& script, const std::string& value) {
  return !value.empty() && std::any_of(script.steps.begin(), script.steps.end(), [&](const auto& step) {
    return step.text.secret && step.text.bytes.find(value) != std::string::npos;
  });
}

// name=value, where the value may be shown; else name=NAME, for the reader to fill in.
std::string shown_operand(const script::Script& script, const std::string& operand) {
  const auto equals = operand.find('=');
  if (equals == std::string::npos || !is_secret(script, operand.substr(equals + 1))) return operand;
  return operand.substr(0, equals + 1) + in_capitals(operand.substr(0, equals));
}

bool is_shipped(const script::Script& script) {
  const auto folder = find_scripts();
  return folder && script.file == (*folder / "dial.toml").string();
}

} // namespace

Invocation invocation_of(const CallPlan& plan) {
  Invocation call;
  call.options = options_of_line(plan.settings, plan.configuration);
  call.prefix = plan.settings.prefix;
  call.prefix_typed = plan.settings.prefix != plan.configuration.prefix;
  const bool secret = is_secret(plan.script, plan.number);
  if (!secret) call.number = plan.number;
  if (!plan.operands.empty()) {
    call.verb = "script";
    for (const auto& operand : plan.operands) call.operands.push_back(shown_operand(plan.script, operand));
  } else if (!plan.number.empty() && !plan.script.file.empty() && !is_shipped(plan.script)) {
    call.operands = {plan.script.chat ? "--chat" : "--script", plan.script.file,
                     secret ? "NUMBER" : plan.number};
  }
  if (!call.operands.empty()) call.script_options = options_of_script(plan.settings, plan.configuration);
  return call;
}

std::string what_stays_in_modem(const CallPlan& plan, const evidence::Outcome& outcome) {
  const auto& settings = plan.settings;
  const auto& configuration = plan.configuration;
  if (settings.port.empty()) return {};
  const auto took = [&](const std::string& line) {
    return std::any_of(outcome.evidence.commands.begin(), outcome.evidence.commands.end(),
                       [&](const evidence::Command& command) {
                         return command.text == line && !command.reply.empty() &&
                                command.reply.back().meaning == at::Meaning::ok;
                       });
  };
  std::string kept;
  if (settings.init && settings.init != configuration.init && took(*settings.init))
    kept = diagnosis::kept_settings(*settings.init);
  if (settings.s7 && settings.s7 != configuration.s7) {
    const std::string s7 = "S7=" + std::to_string(*settings.s7);
    if (took("AT" + s7)) kept += (kept.empty() ? "" : ", ") + s7;
  }
  if (kept.empty()) return {};
  const std::string number = diagnosis::typeable_word(plan.number);
  return "The modem keeps " + kept +
         " for later calls, until it is switched off or reset; a call that resets it first: dialbench dial "
         "-p " +
         diagnosis::typeable_word(settings.port) + " --init ATZ " + (number.empty() ? "NUMBER" : number);
}

} // namespace dialbench::app
