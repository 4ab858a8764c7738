// The tables that an exchange file and a scenario have in common: [line.NUMBER], [exchange] and the habits of
// [modem]. Each function takes one entry of its table, and is false where a fault was added.
#pragma once

#include "harness/emulator/exchange.hpp"
#include "harness/emulator/habits.hpp"
#include "harness/exchange/faults.hpp"

#include <optional>
#include <string>
#include <utility>

namespace dialbench::exchange {

// A scalar as the setters of habits and far ends want it: strings without their quotes.
std::optional<std::string> scalar(const script::Entry& entry, Faults& faults);

// Gives the entry's scalar to `set`, which answers what was expected where that is wrong, else nothing.
template <class Set>
bool set_scalar(const script::Entry& entry, Faults& faults, const Set& set) {
  const auto value = scalar(entry, faults);
  if (!value) return false;
  std::optional<std::string> expected = set(*value);
  return !expected || faults.not_understood(entry, std::move(*expected));
}

// The table of an entry; null, with a fault, where it is none.
const toml::table* read_table(const script::Entry& entry, Faults& faults);

// The digits of a number's key, or "other". Nothing, with a fault, where it is neither.
std::optional<std::string> number_key(const script::Entry& entry, Faults& faults);

bool read_line(const script::Entry& entry, emulator::Exchange& exchange, Faults& faults);
bool read_exchange(const script::Entry& entry, emulator::Exchange& exchange, Faults& faults);
bool read_habit(const script::Entry& entry, emulator::Habits& habits, Faults& faults);

// Whether `name` stands in `[exchange]` for what a modem hangs on, and may be given to one modem, too.
bool is_own_line_key(std::string_view name);
bool read_own_line(const script::Entry& entry, emulator::OwnLine& line, Faults& faults);

} // namespace dialbench::exchange
