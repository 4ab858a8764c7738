// dialbench script: a script of the user's own against a modem.
#include "harness/app/call_plan.hpp"
#include "harness/app/commands.hpp"
#include "harness/app/config.hpp"
#include "harness/app/refusal.hpp"
#include "harness/app/terminal.hpp"
#include "harness/script/read.hpp"

namespace dialbench::app {
namespace {

struct Assignments {
  std::vector<script::Assignment> values;
  std::string wrong; // the argument that is no assignment
};

Assignments split(const std::vector<std::string>& arguments) {
  Assignments all;
  for (const auto& argument : arguments) {
    const auto equals = argument.find('=');
    if (equals == std::string::npos || equals == 0) {
      all.wrong = argument;
      return all;
    }
    all.values.push_back({argument.substr(0, equals), argument.substr(equals + 1)});
  }
  return all;
}

// chat(8) lets T and U be given, by -T and -U; here they are assignments as any other.
at::Expected<script::Script, script::Fault> read_as_chat(const std::string& text, const std::string& file,
                                                         const std::vector<script::Assignment>& values,
                                                         const script::NumberRules& rules) {
  script::ChatNumbers numbers;
  for (const auto& [name, value] : values) {
    if (name != "T" && name != "U") {
      return at::Unexpected{
          script::Fault{file, {}, "the variable " + name, "T or U: a chat script has no others"}};
    }
    (name == "T" ? numbers.t : numbers.u) = value;
  }
  return script::read_chat(text, file, rules, numbers);
}

} // namespace

int run_script(const ScriptOptions& options) {
  const auto configuration = configured();
  if (!configuration) return usage_error(configuration.error());
  const auto assignments = split(options.assignments);
  if (!assignments.wrong.empty()) {
    return usage_error("script: '" + assignments.wrong + "' is no assignment; name=value is expected");
  }
  CallPlan plan;
  plan.settings = options.settings.over(*configuration);
  plan.output = options.output;
  plan.rules = number_rules(plan.settings);

  const auto text = script::read_file(options.file);
  if (!text) return refuse_call(plan, refused(text.error(), ""));
  auto read = options.chat ? read_as_chat(*text, options.file, assignments.values, plan.rules)
                           : script::read_toml(*text, options.file, assignments.values, plan.rules);
  if (!read) return refuse_call(plan, refused(read.error(), ""));
  plan.script = std::move(*read);
  return make_calls(std::move(plan));
}

} // namespace dialbench::app
