// The tables that an exchange file and a scenario have in common: [line.NUMBER], [exchange] and the habits of
// [modem]. Each function takes one entry of its table, and is false where a fault was added.
#pragma once

#include "harness/emulator/exchange.hpp"
#include "harness/emulator/habits.hpp"
#include "harness/evidence/time.hpp"
#include "harness/exchange/faults.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace dialbench::exchange {

// A scalar as the setters of habits and far ends want it: strings without their quotes.
std::optional<std::string> scalar(const script::Entry& entry, Faults& faults);

// What goes over the wire: a text, or a list of texts and of bytes as numbers, for TOML's texts are UTF-8 and
// cannot hold every byte: ["B", 0x80, "USY"].
std::optional<std::string> wire_bytes(const script::Entry& entry, Faults& faults);

// Gives the entry's value to `set`, which answers what was expected where that is wrong, else nothing. A bare
// whole number is seconds to those that want a time, which in quotes has a unit.
template <class Set>
bool set_value(const script::Entry& entry, const std::optional<std::string>& value, Faults& faults,
               const Set& set) {
  if (!value) return false;
  std::optional<std::string> expected = set(*value);
  if (expected && entry.node->is_integer() && !set(*value + 's')) return true;
  return !expected || faults.not_understood(entry, std::move(*expected));
}
template <class Set>
bool set_scalar(const script::Entry& entry, Faults& faults, const Set& set) {
  return set_value(entry, scalar(entry, faults), faults, set);
}
template <class Set>
bool set_bytes(const script::Entry& entry, Faults& faults, const Set& set) {
  return set_value(entry, wire_bytes(entry, faults), faults, set);
}

// A duration from `least` to `most`: with its unit, in quotes, or a whole number of seconds.
bool read_duration(const script::Entry& entry, Duration least, Duration most, const std::string& expected,
                   Duration& into, Faults& faults);

// The table of an entry; null, with a fault, where it is none.
const toml::table* read_table(const script::Entry& entry, Faults& faults);

// 1 to 32 digits, as people write them: "555-0100". Nothing where it is something else.
std::optional<std::string> number_of(std::string_view text);

// The digits, * and # of a number's key, or "other". Nothing, with a fault, where it is neither.
std::optional<std::string> number_key(const script::Entry& entry, Faults& faults);

// `rate` and `rate_up`, where `table` has them, are rates that the modulation of `end` has. Who calls: of
// some that decides which way has which rate.
enum class Calls : std::uint8_t { modem, either };
bool check_rates(const toml::table& table, const emulator::Far& end, Calls who, Faults& faults);

bool read_line(const script::Entry& entry, emulator::Exchange& exchange, Faults& faults);
bool read_exchange(const script::Entry& entry, emulator::Exchange& exchange, Faults& faults);
bool read_habit(const script::Entry& entry, emulator::Habits& habits, Faults& faults);

// Whether `name` stands in `[exchange]` for what a modem hangs on, and may be given to one modem, too.
bool is_own_line_key(std::string_view name);
bool read_own_line(const script::Entry& entry, emulator::OwnLine& line, Faults& faults);

} // namespace dialbench::exchange
