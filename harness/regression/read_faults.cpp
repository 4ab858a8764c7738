#include "harness/regression/read_faults.hpp"

#include "harness/script/quoted.hpp"

#include <optional>
#include <string>

namespace dialbench::regression {
namespace {

using script::Entry;

std::optional<std::string> text_or_number(const Entry& entry, Faults& found) {
  if (const auto* text = entry.node->as_string()) return text->get();
  if (const auto* number = entry.node->as_integer()) return std::to_string(number->get());
  found.wrong_type(entry, "a string or a whole number");
  return std::nullopt;
}

bool read_fault(const toml::table& table, faults::Schedule& schedule, Faults& found) {
  faults::Fault fault;
  bool has_kind = false;
  bool right = true;
  for (const auto& entry : script::in_order(table)) {
    has_kind = has_kind || entry.name() == "kind";
    const auto value = text_or_number(entry, found);
    auto expected = value ? faults::set_fault(fault, entry.name(), *value) : std::nullopt;
    if (expected) found.not_understood(entry, std::move(*expected));
    right = right && value && !expected;
  }
  if (!has_kind) return found.add(script::place_of(table), "a fault without a kind", "kind = \"drop\"");
  if (!right) return false;
  if (auto wrong = faults::contradiction(fault))
    return found.add(script::place_of(table), "this fault cannot happen", std::move(*wrong));
  schedule.push_back(std::move(fault));
  return true;
}

} // namespace

bool read_faults(const Entry& entry, faults::Schedule& schedule, Faults& found) {
  const auto* list = entry.node->as_array();
  if (list == nullptr) return found.wrong_type(entry, "a list of tables: [[faults]]");
  if (list->size() > faults::faults_max)
    return found.add(script::place_of(*entry.key), "too many faults",
                     "at most " + std::to_string(faults::faults_max));
  bool right = true;
  for (const auto& node : *list) {
    const auto* table = node.as_table();
    right = (table != nullptr ? read_fault(*table, schedule, found)
                              : found.wrong_type({entry.key, &node}, "a table: [[faults]]")) &&
            right;
  }
  return right;
}

} // namespace dialbench::regression
