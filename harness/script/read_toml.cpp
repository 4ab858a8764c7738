// The format, as docs/scripts.md explains it to users:
//
//   name = "..."   description = "..."
//   [variables]    name = "default"   or   name = { default = ..., required = true, secret = true, what =
//   "..." }
//   [[step]]       exactly one action, and keys that go with it; ${name} in any string, $$ for a dollar
//     send = "ATZ"          timeout, tries, optional, on    a command line; waits for its final result
//     expect = "login:"     timeout, on                     or a list, or { line = "..." }
//     dial = "T5550100"     timeout, command_mode, on
//     wait = "2s"           timeout, on                     until nothing has come for so long
//     hold = "10s"          on                              watches the connection
//     hangup = true         timeout, on
//     lines = { dtr = true, rts = false }
//     pause = "1s"   say = "text"   write = "bytes as they are\r"
//     label = "again"   when = "${s7}" (skipped where that is empty or false)
//     on = { BUSY = "again", no_answer = { goto = "again", times = 2, after = "60s" }, timeout = "fail", any
//     = "next" }
#include "harness/script/quoted.hpp"
#include "harness/script/read.hpp"
#include "harness/script/toml_document.hpp"
#include "harness/script/toml_step.hpp"

#include <algorithm>
#include <map>

namespace dialbench::script {
namespace {

class TomlReader {
 public:
  explicit TomlReader(Reading& reading)
      : reading_(reading) {}

  bool read(const toml::table& document, std::span<const Assignment> assignments) {
    const toml::array* steps = nullptr;
    const toml::table* variables = nullptr;
    for (const auto& entry : in_order(document)) {
      if (entry.name() == "step") {
        steps = entry.node->as_array();
        if (steps == nullptr) return wrong_type(entry, "[[step]], once for each step", reading_);
      } else if (entry.name() == "variables") {
        variables = entry.node->as_table();
        if (variables == nullptr) return wrong_type(entry, "a table: [variables]", reading_);
      } else if (!is_one_of(entry.name(), "name description")) {
        return unknown_key(entry, "a script", "name description variables step", reading_);
      }
    }
    if (!variables_.read(variables, assignments, reading_)) return false;
    return read_text(document, "name", script.name) &&
           read_text(document, "description", script.description) && read_steps(steps) && check_jumps();
  }

  Script script;

 private:
  bool read_text(const toml::table& document, std::string_view name, std::string& where) {
    for (const auto& entry : in_order(document)) {
      if (entry.name() != name) continue;
      const auto text = string_in(entry, reading_);
      if (!text) return false;
      const auto filled = variables_.fill(*text, place_of(*entry.node), reading_);
      if (!filled) return false;
      if (filled->secret)
        return reading_.fail(place_of(*entry.node), "a secret variable in " + std::string(name),
                             "secrets in send, write and dial only");
      where = filled->bytes;
    }
    return true;
  }

  bool read_steps(const toml::array* steps) {
    if (steps == nullptr || steps->empty())
      return reading_.fail({1, 1}, "the script has no step", "[[step]]");
    if (steps->size() > steps_max)
      return reading_.fail(place_of(*steps), std::to_string(steps->size()) + " steps",
                           "at most " + std::to_string(steps_max));
    StepContext context;
    for (const auto& node : *steps) {
      const auto* table = node.as_table();
      if (table == nullptr) return reading_.fail(place_of(node), "a step that is no table", "[[step]]");
      auto read = read_step(*table, context, variables_, reading_);
      if (!read || !add(std::move(*read))) return false;
      ++context.number;
      context.after_dial =
          context.after_dial || (!script.steps.empty() && script.steps.back().kind == StepKind::dial);
    }
    // Labels of skipped steps at the end of the script have nothing behind them.
    for (const auto& label : waiting_labels_) goes_to_[label] = "end";
    return true;
  }

  // A label of a skipped step means the next step that is kept.
  bool add(ReadStep read) {
    Step& step = read.step;
    if (!step.label.empty()) {
      if (const auto known = goes_to_.find(step.label); known != goes_to_.end())
        return reading_.fail(read.label_place, "a second label " + in_quotes(step.label),
                             "labels that differ");
      goes_to_[step.label] = step.label;
    }
    if (read.skipped) {
      if (!step.label.empty()) waiting_labels_.push_back(step.label);
      return true;
    }
    if (step.label.empty() && !waiting_labels_.empty()) step.label = waiting_labels_.front();
    for (const auto& label : waiting_labels_) goes_to_[label] = step.label;
    waiting_labels_.clear();
    jumps_.insert(jumps_.end(), read.jumps.begin(), read.jumps.end());
    script.steps.push_back(std::move(step));
    return true;
  }

  bool check_jumps() {
    for (const auto& jump : jumps_)
      if (!is_reserved(jump.target) && goes_to_.find(jump.target) == goes_to_.end())
        return reading_.fail(jump.place, "no step has the label " + in_quotes(jump.target), targets());
    for (auto& step : script.steps)
      for (auto& branch : step.on)
        if (!is_reserved(branch.target)) branch.target = goes_to_.find(branch.target)->second;
    return true;
  }

  [[nodiscard]] std::string targets() const {
    constexpr std::size_t most = 8; // a message is one line
    std::string list;
    std::size_t count = 0;
    for (const auto& [label, target] : goes_to_)
      if (count++ < most) list += label + ' ';
    return listed(list + "next end fail");
  }

  Reading& reading_;
  Variables variables_;
  std::map<std::string, std::string, std::less<>> goes_to_; // label -> label of a kept step, or "end"
  std::vector<std::string> waiting_labels_;
  std::vector<Jump> jumps_;
};

} // namespace

at::Expected<Script, Fault> read_toml(std::string_view text, std::string_view file,
                                      std::span<const Assignment> assignments, const NumberRules& rules) {
  Reading reading(file, rules);
  if (!reading.accept(text)) return reading.fault();
  const auto document = parse_toml(text, reading);
  if (!document) return reading.fault();
  TomlReader reader(reading);
  if (!reader.read(*document, assignments)) return reading.fault();
  reader.script.file = file;
  if (reader.script.name.empty()) reader.script.name = file;
  return std::move(reader.script);
}

} // namespace dialbench::script
