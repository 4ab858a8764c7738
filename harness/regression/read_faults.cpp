#include "harness/regression/read_faults.hpp"

#include "harness/script/quoted.hpp"

#include <optional>
#include <string>

namespace dialbench::regression {
namespace {

using script::Entry;
using script::Reading;

std::optional<std::string> scalar(const Entry& entry, Reading& reading) {
  if (const auto* text = entry.node->as_string()) return text->get();
  if (const auto* number = entry.node->as_integer()) return std::to_string(number->get());
  script::wrong_type(entry, "a string or a whole number", reading);
  return std::nullopt;
}

bool read_fault(const toml::table& table, faults::Schedule& schedule, Reading& reading) {
  faults::Fault fault;
  bool has_kind = false;
  for (const auto& entry : script::in_order(table)) {
    const auto value = scalar(entry, reading);
    if (!value) return false;
    if (auto expected = faults::set_fault(fault, entry.name(), *value))
      return reading.fail(script::place_of(*entry.node),
                          script::printable(entry.name()) + " is not understood", std::move(*expected));
    has_kind = has_kind || entry.name() == "kind";
  }
  if (!has_kind) return reading.fail(script::place_of(table), "a fault without a kind", "kind = \"drop\"");
  if (auto wrong = faults::contradiction(fault))
    return reading.fail(script::place_of(table), "this fault cannot happen", std::move(*wrong));
  schedule.push_back(std::move(fault));
  return true;
}

} // namespace

bool read_faults(const Entry& entry, faults::Schedule& schedule, Reading& reading) {
  const auto* list = entry.node->as_array();
  if (list == nullptr) return script::wrong_type(entry, "a list of tables: [[faults]]", reading);
  if (list->size() > faults::faults_max)
    return reading.fail(script::place_of(*entry.key), "too many faults",
                        "at most " + std::to_string(faults::faults_max));
  for (const auto& node : *list) {
    const auto* table = node.as_table();
    if (table == nullptr) return script::wrong_type({entry.key, &node}, "a table: [[faults]]", reading);
    if (!read_fault(*table, schedule, reading)) return false;
  }
  return true;
}

} // namespace dialbench::regression
