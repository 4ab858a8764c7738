#include "harness/exchange/read_tables.hpp"

#include "harness/emulator/link.hpp"
#include "harness/emulator/setting.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/script/quoted.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace dialbench::exchange {
namespace {

using script::Entry;
using script::Reading;

constexpr std::size_t number_digits_max = 32;
constexpr Duration ring_cycle_min = std::chrono::milliseconds(1);
constexpr Duration ring_cycle_max = std::chrono::seconds(60);
constexpr Duration dial_tone_max = std::chrono::minutes(10);

bool set_says(const Entry& field, emulator::Far::Says& line, Faults& faults) {
  const auto set = [&](const std::string& value) { return emulator::set_says(line, field.name(), value); };
  return field.name() == "bytes" ? set_bytes(field, faults, set) : set_scalar(field, faults, set);
}

bool read_says(const Entry& list, emulator::Far& end, Faults& faults) {
  bool right = true;
  for (const auto& node : *list.node->as_array()) {
    const auto* fields = node.as_table();
    if (fields == nullptr) {
      const Entry item{list.key, &node};
      right = faults.not_understood(item, "tables: [[line.NUMBER.says]]");
      continue;
    }
    if (end.says.size() >= emulator::setting_items_max)
      return faults.not_understood(list, "at most " + std::to_string(emulator::setting_items_max) + " items");
    auto& line = end.says.emplace_back();
    for (const auto& field : script::in_order(*fields)) right = set_says(field, line, faults) && right;
  }
  return right;
}

bool read_far(const Entry& entry, emulator::Far& end, Faults& faults) {
  const auto* fields = read_table(entry, faults);
  if (fields == nullptr) return false;
  bool right = true;
  for (const auto& field : script::in_order(*fields)) {
    if (field.name() == "says" && field.node->is_array()) {
      right = read_says(field, end, faults) && right;
      continue;
    }
    const auto set = [&](const std::string& value) { return emulator::set_far(end, field.name(), value); };
    const bool is_said = field.name() == "greeting";
    right = (is_said ? set_bytes(field, faults, set) : set_scalar(field, faults, set)) && right;
  }
  return right && check_rates(*fields, end, Calls::modem, faults);
}

// As it is written; empty: it is no number at all.
std::string written_number(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  return {};
}

std::optional<std::string> rate_fault(const emulator::Far& end, bool up, Calls who) {
  const unsigned rate = up ? end.rate_up : end.rate;
  if (up && rate == 0) return std::nullopt; // as it comes
  const auto rates = emulator::rates_by_caller(emulator::offered_by(end).modulation);
  if (who == Calls::either || !rates) return emulator::rate_expected(end.modulation, rate);
  const unsigned has = up ? rates->transmit : rates->receive;
  if (rate == has) return std::nullopt;
  return std::to_string(has) + ": who calls has " + std::to_string(rates->transmit) + " up and " +
         std::to_string(rates->receive) + " down";
}

} // namespace

std::optional<std::string> scalar(const Entry& entry, Faults& faults) {
  if (const auto* text = entry.node->as_string()) return text->get();
  if (const auto* number = entry.node->as_integer()) return std::to_string(number->get());
  if (const auto* truth = entry.node->as_boolean()) return truth->get() ? "true" : "false";
  faults.wrong_type(entry, "a string, a whole number, true or false");
  return std::nullopt;
}

std::optional<std::string> wire_bytes(const Entry& entry, Faults& faults) {
  const auto* list = entry.node->as_array();
  if (list == nullptr) return scalar(entry, faults);
  constexpr std::int64_t byte_max = 255;
  std::string bytes;
  for (const auto& node : *list) {
    const auto* text = node.as_string();
    const auto* number = node.as_integer();
    if (text != nullptr) {
      bytes += text->get();
    } else if (number != nullptr && number->get() >= 0 && number->get() <= byte_max) {
      bytes += static_cast<char>(number->get());
    } else {
      faults.not_understood({entry.key, &node}, "a text, or a byte as a number from 0 to 255");
      return std::nullopt;
    }
  }
  return bytes;
}

bool read_duration(const Entry& entry, Duration least, Duration most, const std::string& expected,
                   Duration& into, Faults& faults) {
  if (!entry.node->is_string() && !entry.node->is_integer()) return faults.wrong_type(entry, expected);
  const auto text = scalar(entry, faults);
  const auto value = evidence::parse_duration(*text);
  const bool bare = entry.node->is_string() && emulator::lacks_unit(*text);
  if (!value || bare || *value < least || *value > most) return faults.not_understood(entry, expected);
  into = *value;
  return true;
}

const toml::table* read_table(const Entry& entry, Faults& faults) {
  const auto* table = entry.node->as_table();
  if (table == nullptr) faults.wrong_type(entry, "a table");
  return table;
}

std::optional<std::string> number_of(std::string_view text) {
  if (text.find_first_not_of("0123456789-(). ") != std::string_view::npos) return std::nullopt;
  auto digits = emulator::digits_of(text);
  if (digits.empty() || digits.size() > number_digits_max) return std::nullopt;
  return digits;
}

std::optional<std::string> number_key(const Entry& entry, Faults& faults) {
  if (entry.name() == "other") return "other";
  const auto keys = emulator::keys_of(entry.name());
  const bool plain = entry.name().find_first_not_of("0123456789*#-(). ") == std::string_view::npos;
  if (plain && !keys.empty() && keys.size() <= number_digits_max) return keys;
  faults.add(script::place_of(*entry.key), script::in_quotes(entry.name()) + " is no number",
             "1 to 32 of the digits 0-9 * #, or other");
  return std::nullopt;
}

bool read_line(const Entry& entry, emulator::Exchange& exchange, Faults& faults) {
  const auto number = number_key(entry, faults);
  if (!number) return false;
  emulator::Far& end = *number == "other" ? exchange.other : exchange.numbers[*number];
  if (*number != "other") end = {};
  return read_far(entry, end, faults);
}

bool check_rates(const toml::table& table, const emulator::Far& end, Calls who, Faults& faults) {
  bool right = true;
  for (const auto& entry : script::in_order(table)) {
    const bool up = entry.name() == "rate_up";
    if (!up && entry.name() != "rate") continue;
    // What was not taken is a fault already.
    if (written_number(*entry.node) != std::to_string(up ? end.rate_up : end.rate)) continue;
    if (auto expected = rate_fault(end, up, who)) right = faults.not_understood(entry, std::move(*expected));
  }
  return right;
}

bool is_own_line_key(std::string_view name) { return script::is_one_of(name, emulator::own_line_keys()); }

bool read_own_line(const Entry& entry, emulator::OwnLine& line, Faults& faults) {
  return set_scalar(entry, faults, [&](const std::string& value) {
    return emulator::set_own_line(line, entry.name(), value);
  });
}

bool read_exchange(const Entry& entry, emulator::Exchange& exchange, Faults& faults) {
  if (entry.name() == "ring_cycle")
    return read_duration(entry, ring_cycle_min, ring_cycle_max, "a duration from 1ms to 60s: 6s",
                         exchange.ring_cycle, faults);
  if (entry.name() == "dial_tone_after")
    return read_duration(entry, {}, dial_tone_max, "a duration up to 10m: 300ms", exchange.dial_tone_after,
                         faults);
  if (is_own_line_key(entry.name())) return read_own_line(entry, exchange.line, faults);
  return faults.take([&](Reading& reading) {
    return script::unknown_key(
        entry, "[exchange]", "ring_cycle dial_tone_after " + std::string(emulator::own_line_keys()), reading);
  });
}

bool read_habit(const Entry& entry, emulator::Habits& habits, Faults& faults) {
  const auto set = [&](const Entry& one) {
    return set_scalar(one, faults, [&](const std::string& value) {
      return emulator::assign_habit(habits, entry.name(), value);
    });
  };
  const auto* list = entry.node->as_array();
  if (list == nullptr) return set(entry);
  bool right = true;
  for (const auto& node : *list) right = set({entry.key, &node}) && right;
  return right;
}

} // namespace dialbench::exchange
