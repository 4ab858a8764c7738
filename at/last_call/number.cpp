#include "at/last_call/number.hpp"

#include "at/last_call/letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dialbench::at::last_call {
namespace {

constexpr std::size_t digits_max = 15; // a double holds each of these exactly

struct UnitName {
  std::string_view name; // in capitals
  Unit of;               // the field's unit for which `factor` holds; none: every one
  double factor;
};
// A longer name stands before one that begins it.
constexpr auto unit_names = std::to_array<UnitName>({
    {"KBIT/S", Unit::bits_per_second, 1000},
    {"KBITS/S", Unit::bits_per_second, 1000},
    {"KBPS", Unit::bits_per_second, 1000},
    {"K", Unit::bits_per_second, 1000},
    {"KHZ", Unit::hertz, 1000},
    {"SEC", Unit::milliseconds, 1000},
    {"S", Unit::milliseconds, 1000},
    {"BIT/S", Unit::none, 1},
    {"BITS/S", Unit::none, 1},
    {"BPS", Unit::none, 1},
    {"BAUD", Unit::none, 1},
    {"BD", Unit::none, 1},
    {"HZ", Unit::none, 1},
    {"DBM", Unit::none, 1},
    {"DB", Unit::none, 1},
    {"PPM", Unit::none, 1},
    {"MSEC", Unit::none, 1},
    {"MS", Unit::none, 1},
    {"SEC", Unit::none, 1},
    {"S", Unit::none, 1},
});

std::optional<std::uint32_t> digit_of(char c) noexcept {
  if (is_digit(c)) return static_cast<std::uint32_t>(c - '0');
  const char letter = to_upper(c);
  if (letter >= 'A' && letter <= 'F') return static_cast<std::uint32_t>(letter - 'A' + 10);
  return std::nullopt;
}

bool stands_at(std::string_view name, std::string_view text) noexcept {
  return text.size() >= name.size() &&
         std::equal(name.begin(), name.end(), text.begin(),
                    [](char a, char b) { return a == to_upper(b); }) &&
         (text.size() == name.size() || !is_letter_or_digit(text[name.size()]));
}

// The unit at the front of `text`, of a field in `unit`; null where none stands there.
const UnitName* unit_at(std::string_view text, Unit unit) noexcept {
  const auto found = std::find_if(unit_names.begin(), unit_names.end(), [&](const UnitName& each) {
    return (each.of == Unit::none || each.of == unit) && stands_at(each.name, text);
  });
  return found == unit_names.end() ? nullptr : &*found;
}

// Three digits behind a comma, and behind a blank in a rate, belong to the number before them: 26 400.
bool goes_on(std::string_view text, Unit unit) noexcept {
  return text.size() >= 4 && (text[0] == ',' || (text[0] == ' ' && unit == Unit::bits_per_second)) &&
         is_digit(text[1]) && is_digit(text[2]) && is_digit(text[3]) &&
         (text.size() == 4 || !is_digit(text[4]));
}

// What may not be glued to a number: it is a part of something else then.
bool is_part_of_word(std::string_view text) noexcept {
  if (text.empty()) return false;
  const bool goes_on_as_number = text.size() > 1 && is_digit(text[1]) && (text[0] == ',' || text[0] == '.');
  return is_letter(text[0]) || text[0] == '-' || text[0] == ':' || goes_on_as_number;
}

} // namespace

std::optional<std::uint32_t> hexadecimal(std::string_view text) noexcept {
  if (text.size() > 2 && text[0] == '0' && to_upper(text[1]) == 'X') text.remove_prefix(2);
  if (text.empty()) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text) {
    const auto digit = digit_of(c);
    if (!digit || value > 0xFFFFFFF) return std::nullopt;
    value = value << 4 | *digit;
  }
  return value;
}

std::optional<std::uint32_t> decimal(std::string_view text) noexcept {
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text) {
    if (value > 99'999'999) return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

std::optional<Measure> take_measure(std::string_view& text, Unit unit) noexcept {
  std::string_view rest = text;
  Measure measure;
  if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
    (rest.front() == '-' ? measure.negative : measure.positive) = true;
    rest.remove_prefix(1);
  }
  std::size_t digits = 0;
  const auto take_digits = [&](double& value) {
    for (; !rest.empty() && is_digit(rest.front()); rest.remove_prefix(1), ++digits)
      if (digits < digits_max) value = value * 10 + (rest.front() - '0');
  };
  take_digits(measure.value);
  if (digits == 0) return std::nullopt;
  if (digits <= 3)
    while (goes_on(rest, unit)) {
      rest.remove_prefix(1);
      take_digits(measure.value);
    }
  if (rest.size() > 1 && rest[0] == '.' && is_digit(rest[1])) {
    rest.remove_prefix(1);
    const std::size_t before = digits;
    take_digits(measure.value);
    for (std::size_t i = before; i < std::min(digits, digits_max); ++i) measure.value /= 10;
    measure.whole = false;
  }
  if (digits > digits_max) return std::nullopt;
  std::string_view behind = rest;
  if (!behind.empty() && is_blank(behind.front())) behind.remove_prefix(1);
  if (const UnitName* name = unit_at(behind, unit)) {
    measure.value *= name->factor;
    rest = behind.substr(name->name.size());
  } else if (is_part_of_word(rest))
    return std::nullopt;
  text = rest;
  return measure;
}

std::optional<std::int64_t> clock_seconds(std::string_view text) noexcept {
  std::array<std::uint32_t, 3> parts{};
  std::size_t count = 0;
  while (true) {
    const std::size_t colon = text.find(':');
    const auto part = decimal(text.substr(0, colon));
    if (!part || count == parts.size() || *part > (count == 0 ? 9999U : 59U)) return std::nullopt;
    parts[count++] = *part;
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
  }
  if (count < 2) return std::nullopt;
  std::int64_t seconds = 0;
  for (std::size_t i = 0; i < count; ++i) seconds = seconds * 60 + parts[i];
  return seconds;
}

} // namespace dialbench::at::last_call
