#include "harness/regression/read_expectation.hpp"

#include "catalogue/catalogue.hpp"
#include "harness/dialect/nearest.hpp"

#include <string_view>
#include <vector>

namespace dialbench::regression {
namespace {

using script::Entry;

bool read_outcome(const Entry& entry, std::optional<evidence::OutcomeClass>& into, Faults& faults) {
  std::string value;
  if (!read_value(entry, value, faults)) return false;
  into = evidence::outcome_named(value);
  if (into) return true;
  std::vector<std::string_view> names;
  std::string known;
  for (const auto& row : evidence::outcome_rows()) {
    names.push_back(row.name);
    known += (known.empty() ? "" : " ") + std::string(row.name);
  }
  const auto near = dialect::meant(value, names);
  const std::string perhaps = near.empty() ? "" : " (" + std::string(near) + "?)";
  return faults.not_understood(entry, "an outcome class" + perhaps + ": " + known);
}

bool read_code(const Entry& entry, std::optional<int>& into, Faults& faults) {
  unsigned value = 0;
  if (!read_count(entry, 0, 999, value, faults)) return false;
  into = static_cast<int>(value);
  // No verdict can have another one.
  if (value == 0 || catalogue::find(*into) != nullptr) return true;
  return faults.not_understood(entry, "0 (a success), or a code: dialbench explain classes has them");
}

std::string ids_of(int code) {
  std::string ids;
  for (const auto& cause : catalogue::causes(code)) ids += (ids.empty() ? "" : " ") + std::string(cause.id);
  return ids;
}

bool read_cause(const Entry& entry, std::optional<std::string>& into, Faults& faults) {
  std::string value;
  if (!read_value(entry, value, faults)) return false;
  into = value;
  // A success has no cause, and its id is empty.
  if (value.empty() || catalogue::find_cause(value) != nullptr) return true;
  std::vector<std::string_view> names;
  std::string of_its_code;
  for (const auto& code : catalogue::codes()) {
    const auto number = std::to_string(code.number);
    for (const auto& cause : catalogue::causes(code.number)) names.push_back(cause.id);
    if (value.starts_with(number + '.')) of_its_code = ids_of(code.number);
  }
  const auto near = dialect::meant(value, names);
  const std::string perhaps = near.empty() ? "" : " (" + std::string(near) + "?)";
  return faults.not_understood(
      entry, "the id of a cause" + perhaps + ": " +
                 (of_its_code.empty() ? "676.busy ... (dialbench explain --json 676)" : of_its_code));
}

} // namespace

bool read_expectation(const Entry& entry, Expectation& expect, Faults& faults) {
  const auto name = entry.name();
  if (name == "class") return read_outcome(entry, expect.outcome, faults);
  if (name == "first_class") return read_outcome(entry, expect.first_outcome, faults);
  if (name == "code") return read_code(entry, expect.code, faults);
  if (name == "word") return read_value(entry, expect.word, faults);
  if (name == "first_cause") return read_cause(entry, expect.first_cause, faults);
  if (name == "within") return read_value(entry, expect.within, faults);
  if (name == "not_before") return read_value(entry, expect.not_before, faults);
  if (name == "dials") return read_count(entry, 0, 1000, expect.dials, faults);
  if (name == "stale") return read_count(entry, 0, 1000, expect.stale, faults);
  if (name == "status") return read_count(entry, 0, 255, expect.status, faults);
  if (name == "sent") return read_value(entry, expect.sent, faults);
  if (name == "speaks") return read_value(entry, expect.speaks, faults);
  if (name == "succeeds") return read_value(entry, expect.succeeds, faults);
  if (name == "kept") return read_value(entry, expect.kept, faults);
  if (name == "hung_up") return read_value(entry, expect.hung_up, faults);
  return unknown_key(entry, "[expect]",
                     "class first_class code word first_cause within not_before dials stale hung_up kept "
                     "status succeeds speaks sent",
                     faults);
}

} // namespace dialbench::regression
