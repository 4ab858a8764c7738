#include "harness/script/variables.hpp"

#include "harness/script/quoted.hpp"

#include <algorithm>

namespace dialbench::script {
namespace {

bool is_name(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
  constexpr std::string_view others = "0123456789-";
  return !text.empty() && letters.find(text.front()) != std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return letters.find(c) != std::string_view::npos || others.find(c) != std::string_view::npos;
         });
}

// A default: a string, or a number or truth value as it would be typed.
std::optional<std::string> plain_value(const Entry& entry, Reading& reading) {
  if (const auto* text = entry.node->as_string()) return text->get();
  if (const auto* number = entry.node->as_integer()) return std::to_string(number->get());
  if (const auto* truth = entry.node->as_boolean()) return truth->get() ? "true" : "false";
  wrong_type(entry, "a string, a whole number, true or false", reading);
  return std::nullopt;
}

} // namespace

bool Variables::read(const toml::table* table, std::span<const Assignment> assignments, Reading& reading) {
  if (table != nullptr) {
    if (table->size() > variables_max)
      return reading.fail(place_of(*table), "too many variables", "at most " + std::to_string(variables_max));
    for (const auto& entry : in_order(*table))
      if (!declare(entry, reading)) return false;
  }
  for (const auto& assignment : assignments)
    if (!assign(assignment, reading)) return false;
  for (auto& [name, variable] : variables_) {
    if (!resolve(name, variable, reading)) return false;
    if (variable.required && variable.value.bytes.empty())
      return reading.fail_given(variable.place, "variable " + in_quotes(name) + " is not set",
                                name + "=VALUE" + (variable.what.empty() ? "" : " (" + variable.what + ')'));
  }
  return true;
}

bool Variables::declare(const Entry& entry, Reading& reading) {
  if (!is_name(entry.name()))
    return reading.fail(place_of(*entry.key), in_quotes(entry.name()) + " is no name for a variable",
                        "letters, digits, _ and -, a letter first");
  Variable variable;
  variable.place = place_of(*entry.key);
  if (const auto* table = entry.node->as_table()) {
    if (!declare_table(*table, variable, reading)) return false;
  } else {
    auto value = plain_value(entry, reading);
    if (!value) return false;
    variable.value.bytes = std::move(*value);
  }
  variables_.emplace(entry.name(), std::move(variable));
  return true;
}

bool Variables::declare_table(const toml::table& table, Variable& variable, Reading& reading) {
  bool has_default = false;
  for (const auto& entry : in_order(table)) {
    if (entry.name() == "default") {
      auto value = plain_value(entry, reading);
      if (!value) return false;
      variable.value.bytes = std::move(*value);
      has_default = true;
    } else if (entry.name() == "what") {
      const auto what = string_in(entry, reading);
      if (!what) return false;
      variable.what = printable(*what);
    } else if (entry.name() == "required" || entry.name() == "secret") {
      const auto value = bool_in(entry, reading);
      if (!value) return false;
      (entry.name() == "required" ? variable.required : variable.value.secret) = *value;
    } else {
      return unknown_key(entry, "a variable", "default required secret what", reading);
    }
  }
  if (variable.required && has_default)
    return reading.fail(variable.place, "a required variable with a default", "one of the two");
  return true;
}

bool Variables::assign(const Assignment& assignment, Reading& reading) {
  const auto found = variables_.find(assignment.name);
  if (found == variables_.end()) {
    const std::string known = variables_.empty() ? "none, the script has no variables" : names();
    return reading.fail_given({}, "the script has no variable " + in_quotes(assignment.name), known);
  }
  Variable& variable = found->second;
  if (variable.assigned)
    return reading.fail_given({}, "variable " + in_quotes(assignment.name) + " is set twice",
                              "one value for it");
  if (assignment.value.size() > text_bytes_max)
    return reading.fail_given({}, "the value of " + in_quotes(assignment.name) + " is too long",
                              "at most " + std::to_string(text_bytes_max) + " bytes");
  variable.value.bytes = assignment.value;
  variable.assigned = true;
  variable.state = Variable::State::resolved;
  return true;
}

// Depth is bounded: each level is another variable, of which there are at most variables_max.
bool Variables::resolve(const std::string& name, Variable& variable, Reading& reading) {
  if (variable.state == Variable::State::resolved) return true;
  if (variable.state == Variable::State::being_resolved)
    return reading.fail(variable.place, "the default of " + in_quotes(name) + " leads back to itself",
                        "a default that does not use " + name);
  variable.state = Variable::State::being_resolved;
  auto filled = fill(variable.value.bytes, variable.place, reading);
  if (!filled) return false;
  filled->secret = filled->secret || variable.value.secret;
  variable.value = std::move(*filled);
  variable.state = Variable::State::resolved;
  return true;
}

std::optional<Text> Variables::fill(std::string_view text, Place place, Reading& reading) {
  Text out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("$$")) {
      out.bytes += '$';
      at += 2;
    } else if (rest.starts_with("${")) {
      const std::size_t end = rest.find('}');
      if (end == std::string_view::npos) {
        reading.fail(place, "${ without }", "${name}, or $$ for a dollar");
        return std::nullopt;
      }
      if (!append(out, rest.substr(2, end - 2), place, reading)) return std::nullopt;
      at += end + 1;
    } else {
      out.bytes += rest.front();
      ++at;
    }
    if (out.bytes.size() > text_bytes_max) {
      reading.fail(place, "the text is too long with its variables filled in",
                   "at most " + std::to_string(text_bytes_max) + " bytes");
      return std::nullopt;
    }
  }
  return out;
}

bool Variables::append(Text& out, std::string_view name, Place place, Reading& reading) {
  const auto found = variables_.find(name);
  if (found == variables_.end()) {
    const std::string known = variables_.empty() ? "a variable that [variables] declares" : names();
    return reading.fail(place, "unknown variable " + in_quotes(name), known);
  }
  if (!resolve(found->first, found->second, reading)) return false;
  out.bytes += found->second.value.bytes;
  out.secret = out.secret || found->second.value.secret;
  return true;
}

std::string Variables::names() const {
  std::string list;
  for (const auto& [name, variable] : variables_) list += (list.empty() ? "" : " ") + name;
  return listed(list);
}

} // namespace dialbench::script
