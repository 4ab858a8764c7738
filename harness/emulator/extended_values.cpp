#include "harness/emulator/extended_values.hpp"

#include <algorithm>
#include <charconv>

namespace dialbench::emulator {
namespace {

constexpr auto extended_values = std::to_array<ExtendedRow>({
#define EXTENDED(id, name, initial, ranges) {Extended::id, name, initial, ranges, false},
#define BARE(id, name, initial, ranges) {Extended::id, name, initial, ranges, true},
#include "harness/emulator/extended_values.def"
});

// What stands before `mark`; it and the mark are taken off.
std::string_view take_until(std::string_view& text, char mark) {
  const auto end = std::min(text.find(mark), text.size());
  const auto taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

// The inside of the next bracket.
std::string_view take_bracket(std::string_view& ranges) {
  take_until(ranges, '(');
  return take_until(ranges, ')');
}

std::string_view bracket_at(std::string_view ranges, std::size_t index) {
  for (; index > 0; --index) take_bracket(ranges);
  return take_bracket(ranges);
}

std::optional<std::uint32_t> number_in_range(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::uint32_t> value_in(std::string_view text, std::string_view bracket) {
  const auto number = number_in_range(text);
  while (!bracket.empty()) {
    std::string_view item = take_until(bracket, ',');
    const auto least = number_in_range(take_until(item, '-'));
    const auto most = item.empty() ? least : number_in_range(item);
    if (number && least && most && *number >= *least && *number <= *most) return number;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> word_in(std::string_view text, std::string_view bracket) {
  for (std::uint32_t place = 0; !bracket.empty(); ++place)
    if (take_until(bracket, ',') == text) return place;
  return std::nullopt;
}

bool holds_words(std::string_view bracket) {
  return !bracket.empty() && (bracket.front() < '0' || bracket.front() > '9');
}

std::string_view unquoted(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return text.substr(1, text.size() - 2);
  return text;
}

} // namespace

std::span<const ExtendedRow> extended_rows() noexcept { return extended_values; }

const ExtendedRow* find_extended(std::string_view name) noexcept {
  const auto row = std::ranges::find(extended_values, name, &ExtendedRow::name);
  return row == extended_values.end() ? nullptr : &*row;
}

std::optional<Values> read_values(std::string_view text, std::string_view ranges, const Values& current) {
  Values values = current;
  for (std::size_t index = 0; index < values.size(); ++index) {
    const auto bracket = take_bracket(ranges);
    const auto comma = text.find(',');
    const auto one = unquoted(take_until(text, ','));
    if (!one.empty()) {
      const auto value = holds_words(bracket) ? word_in(one, bracket) : value_in(one, bracket);
      if (!value) return std::nullopt;
      values[index] = *value;
    }
    if (comma == std::string_view::npos) return values;
    if (ranges.empty()) return std::nullopt; // a comma, and no value may stand behind it
  }
  return std::nullopt;
}

std::string values_text(const Values& values, std::string_view ranges) {
  std::string text;
  for (std::size_t index = 0; index < values.size() && !ranges.empty(); ++index) {
    std::string_view bracket = take_bracket(ranges);
    if (index > 0) text += ',';
    if (!holds_words(bracket)) {
      text += std::to_string(values[index]);
      continue;
    }
    for (std::uint32_t place = 0; place < values[index]; ++place) take_until(bracket, ',');
    text += take_until(bracket, ',');
  }
  return text;
}

std::string_view word_of(std::uint32_t value, std::string_view ranges, std::size_t index) noexcept {
  std::string_view bracket = bracket_at(ranges, index);
  if (!holds_words(bracket)) return {};
  for (; value > 0; --value) take_until(bracket, ',');
  return take_until(bracket, ',');
}

ExtendedValues::ExtendedValues() {
  static const auto factory = [] {
    std::array<Values, extended_count> all{};
    for (const auto& row : extended_values)
      all[static_cast<std::size_t>(row.id)] = read_values(row.initial, row.ranges, {}).value_or(Values{});
    return all;
  }();
  all_ = factory;
}

} // namespace dialbench::emulator
