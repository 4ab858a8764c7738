#include "harness/regression/read_values.hpp"

#include "harness/evidence/duration.hpp"
#include "harness/exchange/read_tables.hpp"

namespace dialbench::regression {

using script::Entry;
using script::Reading;

bool read_value(const Entry& entry, std::string& into, Faults& faults) {
  auto value = faults.take([&](Reading& reading) { return script::string_in(entry, reading); });
  if (value) into = std::move(*value);
  return value.has_value();
}

bool read_value(const Entry& entry, std::optional<std::string>& into, Faults& faults) {
  std::string value;
  if (!read_value(entry, value, faults)) return false;
  into = std::move(value);
  return true;
}

bool read_value(const Entry& entry, std::optional<Duration>& into, Faults& faults) {
  Duration value{};
  if (!exchange::read_duration(entry, {}, evidence::duration_max, "a duration: 8s, 300ms, 1m30s", value,
                               faults))
    return false;
  into = value;
  return true;
}

bool read_value(const Entry& entry, std::optional<bool>& into, Faults& faults) {
  const auto value = faults.take([&](Reading& reading) { return script::bool_in(entry, reading); });
  if (value) into = value;
  return value.has_value();
}

bool read_value(const Entry& entry, std::vector<std::string>& into, Faults& faults) {
  const auto wrong = [&](const Entry& where) { return faults.wrong_type(where, "an array of strings"); };
  const auto* array = entry.node->as_array();
  if (array == nullptr) return wrong(entry);
  std::vector<std::string> values;
  for (const auto& each : *array) {
    const auto value = each.value_exact<std::string>();
    if (!value) return wrong({entry.key, &each});
    values.push_back(*value);
  }
  into = std::move(values);
  return true;
}

bool read_count(const Entry& entry, unsigned least, unsigned most, std::optional<unsigned>& into,
                Faults& faults) {
  const auto value =
      faults.take([&](Reading& reading) { return script::count_in(entry, least, most, reading); });
  if (value) into = value;
  return value.has_value();
}

bool read_count(const Entry& entry, unsigned least, unsigned most, unsigned& into, Faults& faults) {
  std::optional<unsigned> value;
  if (!read_count(entry, least, most, value, faults)) return false;
  into = *value;
  return true;
}

bool unknown_key(const Entry& entry, const std::string& where, std::string_view known, Faults& faults) {
  return faults.take([&](Reading& reading) { return script::unknown_key(entry, where, known, reading); });
}

} // namespace dialbench::regression
