#include "harness/regression/read_modem.hpp"

#include "harness/dialect/nearest.hpp"
#include "harness/exchange/read_tables.hpp"
#include "harness/script/quoted.hpp"

#include <algorithm>
#include <vector>

namespace dialbench::regression {
namespace {

// At most two letters away, two that were swapped included; and no more than half of them.
std::string_view nearest_habit(std::string_view word, const std::vector<std::string_view>& names) {
  const auto edits = [&](std::string_view name) { return dialect::distance(word, name); };
  const auto best = *std::ranges::min_element(names, {}, edits);
  return edits(best) <= 2 && 2 * edits(best) <= best.size() ? best : std::string_view();
}

// Keys of other tables that look as if they were the modem's.
std::string_view place_elsewhere(std::string_view name) {
  if (script::is_one_of(name, "pace attempts dial_timeout replay strict"))
    return "at the top, above the tables";
  if (script::is_one_of(name, "ring_cycle dial_tone_after") || exchange::is_own_line_key(name))
    return "in [exchange]";
  return {};
}

} // namespace

bool read_modem(const script::Entry& entry, emulator::Habits& habits, Faults& faults) {
  std::vector<std::string_view> names;
  for (const auto& row : emulator::habit_rows()) names.push_back(row.name);
  const auto name = entry.name();
  if (std::ranges::find(names, name) != names.end()) return exchange::read_habit(entry, habits, faults);
  const auto near = nearest_habit(name, names);
  const auto elsewhere = place_elsewhere(name);
  const std::string perhaps = near.empty() ? "" : " (" + std::string(near) + "?)";
  return faults.add(
      script::place_of(*entry.key), "unknown key " + script::in_quotes(name) + perhaps + " in [modem]",
      elsewhere.empty() ? "a habit of docs/emulator.md" : std::string(name) + ' ' + std::string(elsewhere));
}

} // namespace dialbench::regression
