// dialbench dial: one number, by the shipped script or by one of the user's own.
#include "harness/app/call_plan.hpp"
#include "harness/app/commands.hpp"
#include "harness/app/config.hpp"
#include "harness/app/find_scripts.hpp"
#include "harness/app/refusal.hpp"
#include "harness/app/script_file.hpp"
#include "harness/app/terminal.hpp"
#include "harness/app/typed_number.hpp"
#include "harness/emulator/exchange.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/script/read.hpp"

namespace dialbench::app {
namespace {

using script::Fault;
using script::Script;

// What dial.toml leaves open. A script of the user's own has to know the variables that it is given, so it
// gets those that were typed, and not what stands in the configuration file.
std::vector<script::Assignment> assignments(const CallSettings& settings, const std::string& number) {
  std::vector<script::Assignment> all;
  if (!number.empty()) all.push_back({"number", number});
  if (settings.pulse) all.push_back({"tone", "P"});
  if (settings.init) all.push_back({"init", *settings.init});
  if (settings.s7) all.push_back({"s7", std::to_string(*settings.s7)});
  if (settings.hold) all.push_back({"hold", evidence::spelled(*settings.hold)});
  return all;
}

at::Expected<Script, Fault> read(const DialOptions& options, const CallPlan& plan, const std::string& text,
                                 const std::string& file) {
  const std::string number = options.number.empty() ? "" : plan.settings.prefix + options.number;
  if (!options.chat.empty()) return script::read_chat(text, file, plan.rules, {number, ""});
  const auto given = options.script.empty() ? plan.settings : options.settings.over({});
  return script::read_toml(text, file, assignments(given, number), plan.rules);
}

// The command line gives too much or too little for this script.
int wrong_for_script(const Fault& fault, bool chat) {
  if (chat) return usage_error("dial: " + script::shown(fault));
  return usage_error(
      "dial: " + script::shown(fault) +
      ". dial sets number (NUMBER), tone (--pulse), init, s7 and hold; other variables are set "
      "by: dialbench script " +
      fault.file + " NAME=VALUE");
}

// A chat script does all of this itself; an option without effect would mislead.
const CallOption* without_effect(const DialOptions& options) {
  if (options.chat.empty()) return nullptr;
  for (const auto& [row, value] : options.settings.values) {
    if (!row->of_scripts && row->name != "prefix") return row;
  }
  return nullptr;
}

// What stands behind the number on the built-in exchange, and what a phone line would have made of it. Of the
// number that the script dials: a chat script, or --init, may have one of its own.
std::vector<std::string> built_in_remarks(const CallPlan& plan) {
  std::vector<std::string> remarks;
  const std::string number = only_number(plan.script);
  if (!plan.settings.port.empty() || number.empty()) return remarks;
  std::string what = "no such number there; it rings, and nobody answers";
  const auto& reached = emulator::embedded_exchange().at(number);
  for (const auto& entry : emulator::embedded_directory()) {
    if (&emulator::embedded_exchange().at(entry.number) == &reached) what = entry.what;
  }
  remarks.push_back("Built-in exchange, " + number + ": " + what + '.');
  auto rules = plan.rules;
  rules.line_simulator = false;
  if (const auto refusal = script::check_dial(number, rules); !refusal) {
    remarks.push_back("On a phone line this would not be dialled: " + refusal.error().text);
  }
  return remarks;
}

// Its form alone at first, so that characters are counted as they were typed, without the prefix.
at::Expected<std::string, script::NumberRefusal> check_number(const CallPlan& plan) {
  const std::string tone = plan.settings.pulse ? "P" : "T";
  script::NumberRules form;
  form.line_simulator = true;
  if (auto typed = script::check_dial(tone + plan.number, form); !typed) return typed;
  const std::string& prefix = plan.settings.prefix;
  const auto place = plan.settings.place_of("prefix");
  if (auto both = script::check_dial(tone + prefix + plan.number, form); !both && !place.empty()) {
    auto refusal = both.error();
    refusal.text = place + "prefix = '" + prefix + "': " + refusal.text;
    return at::Unexpected{std::move(refusal)};
  }
  return script::check_dial(tone + plan.settings.prefix + plan.number, plan.rules);
}

} // namespace

int dial(const DialOptions& options) {
  if (const auto* idle = without_effect(options)) {
    return usage_error("dial: --" + std::string(idle->name) +
                       " has no effect with --chat; say it in the chat script");
  }
  if (const auto wrong = command_in_place_of_number(options.number); !wrong.empty())
    return usage_error("dial: " + wrong);
  const auto configuration = configured();
  if (!configuration) return usage_error(configuration.error());
  CallPlan plan;
  plan.configuration = *configuration;
  plan.settings = options.settings.over(*configuration);
  plan.output = options.output;
  plan.rules = number_rules(plan.settings);
  plan.number = options.number;
  plan.repeat = options.repeat;

  std::string file = options.chat.empty() ? script_file(options.script) : options.chat;
  if (file.empty()) {
    if (options.number.empty())
      return usage_error("dial: the number is missing. Try: dialbench dial 5550176");
    const auto folder = find_scripts();
    if (!folder) return failure(folder.error());
    file = (*folder / "dial.toml").string();
    // Asked before the script is, so that the answer speaks of the number and not of a line of the script.
    const auto checked = check_number(plan);
    if (!checked) return refuse_call(plan, refused(checked.error(), options.number));
  }
  const auto text = script::read_file(file);
  if (!text) return usage_error("dial: " + script::shown(text.error()));
  auto read_script = read(options, plan, *text, file);
  if (!read_script && read_script.error().of_what_was_given)
    return wrong_for_script(read_script.error(), !options.chat.empty());
  if (!read_script) return refuse_call(plan, refused(read_script.error(), options.number));
  if (!options.chat.empty() && !options.number.empty() && !read_script->takes_number) {
    return usage_error("dial: the chat script " + file + " has no \\T, so it would not dial " +
                       options.number + "; leave the number out, or put \\T where it belongs");
  }
  plan.script = std::move(*read_script);
  plan.remarks = built_in_remarks(plan);
  return make_calls(std::move(plan));
}

} // namespace dialbench::app
