#include "harness/script/toml_step.hpp"

#include "harness/script/quoted.hpp"
#include "harness/script/result_word.hpp"

#include <algorithm>
#include <array>

namespace dialbench::script {
namespace {

struct Action {
  std::string_view name;
  StepKind kind;
  std::string_view keys; // beside label and when
};
constexpr std::array actions{
    Action{"send", StepKind::send, "timeout tries optional on"},
    Action{"expect", StepKind::expect, "timeout on"},
    Action{"dial", StepKind::dial, "timeout command_mode on"},
    Action{"wait", StepKind::wait, "timeout on"},
    Action{"hold", StepKind::hold, "on"},
    Action{"hangup", StepKind::hangup, "timeout on"},
    Action{"lines", StepKind::lines, ""},
    Action{"pause", StepKind::pause, ""},
    Action{"say", StepKind::say, ""},
    Action{"write", StepKind::raw, ""},
};
constexpr std::string_view action_names = "send expect dial wait hold hangup lines pause say write";
constexpr std::size_t patterns_max = 50;

const Action* action_named(std::string_view name) {
  const auto found =
      std::find_if(actions.begin(), actions.end(), [&](const Action& a) { return a.name == name; });
  return found != actions.end() ? &*found : nullptr;
}

std::string article(std::string_view name) { return (name == "expect" ? "an " : "a ") + std::string(name); }

class StepReader {
 public:
  StepReader(const toml::table& table, const StepContext& context, Variables& variables, Reading& reading)
      : table_(table)
      , entries_(in_order(table))
      , context_(context)
      , variables_(variables)
      , reading_(reading) {}

  bool read() {
    result.step.place = place_of(table_);
    if (!find_action() || !check_keys() || !read_label() || !read_when()) return false;
    if (result.skipped) return true;
    for (const auto& entry : entries_)
      if (entry.name() == action_->name ? !read_action(entry) : !read_key(entry)) return false;
    return true;
  }

  ReadStep result;

 private:
  bool find_action() {
    const std::string step = "step " + std::to_string(context_.number);
    for (const auto& entry : entries_) {
      const Action* action = action_named(entry.name());
      if (action == nullptr) continue;
      if (action_ != nullptr)
        return reading_.fail(place_of(*entry.key),
                             step + " has two actions, " + std::string(action_->name) + " and " +
                                 std::string(action->name),
                             "one; the second in a step of its own");
      action_ = action;
    }
    if (action_ != nullptr) {
      result.step.kind = action_->kind;
      return true;
    }
    // A misspelt action is more likely than none, and the place of the key helps more.
    for (const auto& entry : entries_)
      if (!is_one_of(entry.name(), "label when timeout tries optional command_mode on"))
        return unknown_key(entry, step, action_names, reading_);
    return reading_.fail(place_of(table_), step + " has no action", listed(action_names));
  }

  bool check_keys() {
    const std::string known = std::string(action_->name) + " label when" +
                              (action_->keys.empty() ? "" : " ") + std::string(action_->keys);
    for (const auto& entry : entries_)
      if (!is_one_of(entry.name(), known))
        return unknown_key(entry, article(action_->name) + " step", known, reading_);
    return true;
  }

  [[nodiscard]] const Entry* entry(std::string_view name) const {
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.name() == name; });
    return found != entries_.end() ? &*found : nullptr;
  }

  bool read_label() {
    const Entry* label = entry("label");
    if (label == nullptr) return true;
    const auto text = string_in(*label, reading_);
    if (!text) return false;
    if (is_reserved(*text) || !is_label(*text))
      return reading_.fail(place_of(*label->node), in_quotes(*text) + " is no label",
                           "letters, digits, _ and -, a letter first; not next, end or fail");
    result.step.label = *text;
    result.label_place = place_of(*label->node);
    return true;
  }

  bool read_when() {
    const Entry* when = entry("when");
    if (when == nullptr) return true;
    const auto text = string_in(*when, reading_);
    if (!text) return false;
    const auto filled = variables_.fill(*text, place_of(*when->node), reading_);
    if (!filled) return false;
    result.skipped = filled->bytes.empty() || filled->bytes == "false";
    return true;
  }

  bool read_key(const Entry& key) {
    Step& step = result.step;
    if (key.name() == "timeout") return keep(duration_in(key, false, variables_, reading_), step.timeout);
    if (key.name() == "tries") return keep(count_in(key, 1, tries_max, reading_), step.tries);
    if (key.name() == "optional") return keep(bool_in(key, reading_), step.optional);
    if (key.name() == "command_mode") return keep(bool_in(key, reading_), step.stay_in_command_mode);
    if (key.name() == "on") return read_branches(key, variables_, reading_, step.on, result.jumps);
    return true; // label and when
  }

  bool read_action(const Entry& action) {
    switch (action_->kind) {
    case StepKind::send: return read_text(action) && check_command(action);
    case StepKind::raw: return read_text(action) && check_written(action);
    case StepKind::dial: return read_text(action) && check_number(action);
    case StepKind::say: return read_text(action) && refuse_secret(action, result.step.text);
    case StepKind::expect: return read_patterns(action);
    case StepKind::hold: return keep(duration_in(action, true, variables_, reading_), result.step.duration);
    case StepKind::wait:
    case StepKind::pause: return keep(duration_in(action, false, variables_, reading_), result.step.duration);
    case StepKind::lines: return read_lines(action);
    default: return read_hangup(action);
    }
  }

  bool read_text(const Entry& action) {
    const auto text = string_in(action, reading_);
    if (!text) return false;
    auto filled = variables_.fill(*text, place_of(*action.node), reading_);
    if (!filled) return false;
    result.step.text = std::move(*filled);
    if (!result.step.text.bytes.empty()) return true;
    return reading_.fail(place_of(*action.node), std::string(action.name()) + " is empty",
                         "a text; when = \"${name}\" skips a step whose variable is empty");
  }

  // One command line: a CR inside would end it and begin another, which nobody has looked at.
  bool check_command(const Entry& action) {
    const std::string& text = result.step.text.bytes;
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::any_of(text.begin(), text.end(), control))
      return reading_.fail(place_of(*action.node), "a control character in a command",
                           "one command line; the CR behind it is added");
    return check_dialling(action);
  }

  bool check_written(const Entry& action) { return context_.after_dial || check_dialling(action); }

  bool check_dialling(const Entry& action) {
    const auto dial = check_sent(result.step.text.bytes, reading_.rules);
    if (!dial) return true;
    result.step.stay_in_command_mode = dial->stay_in_command_mode;
    return !dial->refusal || reading_.fail(place_of(*action.node), *dial->refusal, result.step.text.secret);
  }

  bool check_number(const Entry& action) {
    const auto checked = check_dial(result.step.text.bytes, reading_.rules);
    return checked || reading_.fail(place_of(*action.node), checked.error(), result.step.text.secret);
  }

  bool read_patterns(const Entry& action) {
    const auto* list = action.node->as_array();
    if (list == nullptr) return read_pattern(action);
    if (list->empty() || list->size() > patterns_max)
      return reading_.fail(place_of(*list), "a list of " + std::to_string(list->size()) + " texts to expect",
                           "1 to " + std::to_string(patterns_max));
    return std::all_of(list->begin(), list->end(), [&](const toml::node& node) {
      return read_pattern({action.key, &node});
    });
  }

  // A string, or { line = "a whole line, as written" }.
  bool read_pattern(const Entry& action) {
    const auto* table = action.node->as_table();
    if (table == nullptr && !action.node->is_string())
      return wrong_type(action, "a string, { line = \"...\" }, or a list of them", reading_);
    Entry written = action;
    if (table != nullptr) {
      const auto entries = in_order(*table);
      for (const auto& inner : entries)
        if (inner.name() != "line") return unknown_key(inner, "expect", "line", reading_);
      if (entries.empty())
        return reading_.fail(place_of(*table), "expect names no line", "{ line = \"...\" }");
      written = entries.front();
    }
    const auto text = string_in(written, reading_);
    if (!text) return false;
    const auto filled = variables_.fill(*text, place_of(*written.node), reading_);
    if (!filled || !refuse_secret(written, *filled)) return false;
    if (filled->bytes.empty())
      return reading_.fail(place_of(*written.node), "expect waits for nothing", "a text");
    Pattern pattern = expected_pattern(filled->bytes);
    if (table != nullptr) pattern = {Pattern::Kind::line, {}, {}, filled->bytes};
    result.step.patterns.push_back(std::move(pattern));
    return true;
  }

  // What is shown, or compared with what comes and then shown, can keep no secret.
  bool refuse_secret(const Entry& action, const Text& text) {
    return !text.secret ||
           reading_.fail(place_of(*action.node), "a secret variable in " + std::string(action.name()),
                         "secrets in send, write and dial only");
  }

  bool read_lines(const Entry& action) {
    const auto* table = action.node->as_table();
    if (table == nullptr) return wrong_type(action, "a table: lines = { dtr = true, rts = false }", reading_);
    if (table->empty()) return reading_.fail(place_of(*table), "lines sets nothing", "dtr or rts");
    for (const auto& line : in_order(*table)) {
      if (!is_one_of(line.name(), "dtr rts")) return unknown_key(line, "lines", "dtr rts", reading_);
      if (!keep(bool_in(line, reading_), line.name() == "dtr" ? result.step.dtr : result.step.rts))
        return false;
    }
    return true;
  }

  bool read_hangup(const Entry& action) {
    const auto value = bool_in(action, reading_);
    if (!value) return false;
    return *value ||
           reading_.fail(place_of(*action.node), "hangup is false", "true; leave the step out otherwise");
  }

  template <class From, class To>
  static bool keep(const std::optional<From>& value, To& where) {
    if (value) where = *value;
    return value.has_value();
  }

  const toml::table& table_;
  std::vector<Entry> entries_;
  const StepContext& context_;
  Variables& variables_;
  Reading& reading_;
  const Action* action_ = nullptr;
};

} // namespace

std::optional<ReadStep> read_step(const toml::table& table, const StepContext& context, Variables& variables,
                                  Reading& reading) {
  StepReader reader(table, context, variables, reading);
  if (!reader.read()) return std::nullopt;
  return std::move(reader.result);
}

} // namespace dialbench::script
