#include "harness/script/toml_node.hpp"

#include "harness/script/quoted.hpp"

#include <algorithm>
#include <tuple>

namespace dialbench::script {
namespace {

Place begin_of(const toml::source_region& source) noexcept {
  return {static_cast<unsigned>(source.begin.line), static_cast<unsigned>(source.begin.column)};
}

std::string_view kind(const toml::node& node) noexcept {
  switch (node.type()) {
  case toml::node_type::table: return "a table";
  case toml::node_type::array: return "a list";
  case toml::node_type::string: return "a string";
  case toml::node_type::integer: return "a whole number";
  case toml::node_type::floating_point: return "a number with a point";
  case toml::node_type::boolean: return "true or false";
  default: return "a date or time";
  }
}

} // namespace

Place place_of(const toml::node& node) noexcept { return begin_of(node.source()); }
Place place_of(const toml::key& key) noexcept { return begin_of(key.source()); }

std::vector<Entry> in_order(const toml::table& table) {
  std::vector<Entry> entries;
  for (auto&& [key, node] : table) entries.push_back({&key, &node});
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    const Place first = place_of(*a.key);
    const Place second = place_of(*b.key);
    return std::tie(first.line, first.column) < std::tie(second.line, second.column);
  });
  return entries;
}

bool wrong_type(const Entry& entry, std::string expected, Reading& reading) {
  const std::string found = printable(entry.name()) + " is " + std::string(kind(*entry.node));
  return reading.fail(place_of(*entry.node), found, std::move(expected));
}

bool unknown_key(const Entry& entry, const std::string& where, std::string_view known, Reading& reading) {
  return reading.fail(place_of(*entry.key), "unknown key " + in_quotes(entry.name()) + " in " + where,
                      listed(known));
}

bool is_one_of(std::string_view word, std::string_view list) {
  while (!list.empty()) {
    const std::string_view first = list.substr(0, list.find(' '));
    if (first == word) return true;
    list.remove_prefix(std::min(first.size() + 1, list.size()));
  }
  return false;
}

std::optional<std::string> string_in(const Entry& entry, Reading& reading) {
  if (const auto* text = entry.node->as_string()) return text->get();
  wrong_type(entry, "a string", reading);
  return std::nullopt;
}

std::optional<bool> bool_in(const Entry& entry, Reading& reading) {
  if (const auto* value = entry.node->as_boolean()) return value->get();
  wrong_type(entry, "true or false", reading);
  return std::nullopt;
}

std::optional<unsigned> count_in(const Entry& entry, unsigned least, unsigned most, Reading& reading) {
  const std::string range = "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  const auto* value = entry.node->as_integer();
  if (value == nullptr) {
    wrong_type(entry, range, reading);
    return std::nullopt;
  }
  if (value->get() < least || value->get() > most) {
    reading.fail(place_of(*entry.node), std::string(entry.name()) + " = " + std::to_string(value->get()),
                 range);
    return std::nullopt;
  }
  return static_cast<unsigned>(value->get());
}

} // namespace dialbench::script
