// dialbench script: a script of the user's own against a modem.
#include "harness/app/call_plan.hpp"
#include "harness/app/commands.hpp"
#include "harness/app/config.hpp"
#include "harness/app/refusal.hpp"
#include "harness/app/script_file.hpp"
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

script::Fault given_wrongly(const std::string& file, std::string found, std::string expected) {
  return {.file = file,
          .place = {},
          .found = std::move(found),
          .expected = std::move(expected),
          .of_what_was_given = true};
}

// chat(8) lets T and U be given, by -T and -U; here they are assignments as any other.
at::Expected<script::Script, script::Fault> read_as_chat(const std::string& text, const std::string& file,
                                                         const std::vector<script::Assignment>& values,
                                                         const script::NumberRules& rules) {
  script::ChatNumbers numbers;
  for (const auto& [name, value] : values) {
    if (name != "T" && name != "U") {
      return at::Unexpected{
          given_wrongly(file, "the variable " + name, "T or U: a chat script has no others")};
    }
    (name == "T" ? numbers.t : numbers.u) = value;
  }
  auto read = script::read_chat(text, file, rules, numbers);
  if (read && !read->takes_number && !values.empty()) {
    return at::Unexpected{
        given_wrongly(file, values.front().name + " is given, and no \\T or \\U is in it", "")};
  }
  return read;
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
  plan.configuration = *configuration;
  plan.settings = options.settings.over(*configuration);
  plan.output = options.output;
  plan.rules = number_rules(plan.settings);
  if (options.chat) plan.operands.push_back("--chat");
  plan.operands.push_back(options.file);
  plan.operands.insert(plan.operands.end(), options.assignments.begin(), options.assignments.end());

  const std::string file = options.chat ? options.file : script_file(options.file);
  const auto text = script::read_file(file);
  if (!text) return usage_error("script: " + script::shown(text.error()));
  auto read = options.chat ? read_as_chat(*text, file, assignments.values, plan.rules)
                           : script::read_toml(*text, file, assignments.values, plan.rules);
  if (!read && read.error().of_what_was_given) return usage_error("script: " + script::shown(read.error()));
  if (!read) return refuse_call(plan, refused(read.error(), ""));
  plan.script = std::move(*read);
  return make_calls(std::move(plan));
}

} // namespace dialbench::app
