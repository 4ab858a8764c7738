#include "harness/emulator/habits.hpp"

#include "harness/emulator/extended_values.hpp"
#include "harness/emulator/setting.hpp"

#include <algorithm>
#include <array>

namespace dialbench::emulator {
namespace {

constexpr std::array habit_table{
#define HABIT(type, field, initial, quirk, text) HabitRow{#field, quirk, text},
#include "harness/emulator/habits.def"
};

struct Bound {
  std::string_view name;
  unsigned least, greatest;
};
constexpr std::array bounds{
#define BOUND(field, least, greatest) Bound{#field, least, greatest},
#include "harness/emulator/habits.def"
};

// What a value that its type would take breaks; nothing: none.
std::optional<std::string> objection(std::string_view name, std::string_view value) {
  if (name == "port_rate") {
    // A port runs at what +IPR can fix.
    const auto ranges = find_extended("+IPR")->ranges;
    const auto values = read_values(value, ranges, {});
    if (values && values->front() != 0) return std::nullopt;
    std::string expected(ranges.substr(1, ranges.size() - 2));
    expected.erase(0, expected.find(',') + 1);
    return "the rate of a serial port: " + expected;
  }
  const auto* bound = std::ranges::find(bounds, name, &Bound::name);
  if (bound == bounds.end()) return std::nullopt;
  unsigned number = 0;
  if (!read_setting(number, value) && number >= bound->least && number <= bound->greatest)
    return std::nullopt;
  return "a whole number from " + std::to_string(bound->least) + " to " + std::to_string(bound->greatest);
}

template <class T>
std::optional<std::string> read_habit(T& field, std::string_view value) {
  return read_setting(field, value);
}

std::optional<std::string> read_habit(Habits::LineEnds& field, std::string_view value) {
  static constexpr std::string_view names[] = {"standard", "cr_only",    "lf_only",   "trailing_only",
                                               "lf_first", "nul_for_lf", "doubled_cr"};
  return read_choice(field, names, value);
}

std::optional<std::string> read_habit(Habits::HangUpReply& field, std::string_view value) {
  static constexpr std::string_view names[] = {
      "ok", "no_carrier_then_ok", "ok_then_no_carrier", "no_carrier_only", "error", "ok_twice"};
  return read_choice(field, names, value);
}

std::optional<std::string> read_habit(Habits::NumericForm& field, std::string_view value) {
  static constexpr std::string_view names[] = {"bare", "framed", "three_digits", "trailing_line_feed"};
  return read_choice(field, names, value);
}

std::optional<std::string> read_habit(Habits::ReturnReply& field, std::string_view value) {
  static constexpr std::string_view names[] = {"no_carrier", "ok", "error", "connect_then_ok"};
  return read_choice(field, names, value);
}

std::optional<std::string> read_habit(const at::Dialect*& field, std::string_view value) {
  if (const auto* dialect = at::find_dialect(value)) {
    field = dialect;
    return std::nullopt;
  }
  std::string expected = "one of";
  for (const auto* dialect : at::dialects())
    expected +=
        (expected.size() == std::string_view("one of").size() ? " " : ", ") + std::string(dialect->id);
  return expected;
}

} // namespace

std::span<const HabitRow> habit_rows() noexcept { return habit_table; }

std::optional<std::string> assign_habit(Habits& habits, std::string_view name, std::string_view value) {
  if (auto expected = objection(name, value)) return expected;
#define HABIT(type, field, initial, quirk, text)                                                             \
  if (name == #field) return read_habit(habits.field, value);
#include "harness/emulator/habits.def"
  return "the name of a habit";
}

bool set_habit(Habits& habits, std::string_view name, std::string_view value) {
  return !assign_habit(habits, name, value);
}

} // namespace dialbench::emulator
