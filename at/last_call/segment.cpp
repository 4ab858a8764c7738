#include "at/last_call/letters.hpp"
#include "at/last_call/page.hpp"

#include <algorithm>
#include <cstddef>

namespace dialbench::at::last_call {
namespace {

constexpr std::size_t key_bytes_max = 64;
constexpr std::size_t unit_bytes_max = 16;

constexpr bool is_separator(char c) noexcept { return is_blank(c) || c == '.' || c == ':' || c == '='; }

// `(-dBm)` at the front of `text`, behind blanks, is taken off; empty where there is none.
std::string_view take_unit(std::string_view& text) noexcept {
  std::string_view rest = text;
  while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
  if (rest.empty() || rest.front() != '(') return {};
  const std::size_t close = rest.find(')');
  if (close > unit_bytes_max) return {}; // also where there is none
  const std::string_view unit = trimmed(rest.substr(1, close - 1));
  text = rest.substr(close + 1);
  return unit;
}

// The known label at the front of `text`: the longest, and of equal ones the one whose unit stands behind it.
std::optional<Segment> label_at(std::string_view text, Labels labels) noexcept {
  std::optional<Segment> best;
  for (const Label& label : labels) {
    const std::size_t length = length_of(label.letters, text);
    if (length == 0 || (best && length < best->key.size())) continue;
    std::string_view rest = text.substr(length);
    const std::string_view unit = take_unit(rest);
    if (!label.unit.empty() && !same_letters(label.unit, unit)) continue;
    if (best && length == best->key.size() && label.unit.empty()) continue;
    while (!rest.empty() && is_separator(rest.front())) rest.remove_prefix(1);
    best = Segment{&label, text.substr(0, length), unit, rest};
  }
  return best;
}

// Lucent numbers its lines.
std::string_view without_number(std::string_view text) noexcept {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 2) return text;
  std::string_view rest = text.substr(digits);
  if (!rest.empty() && (rest.front() == '.' || rest.front() == ')')) rest.remove_prefix(1);
  const std::size_t before = rest.size();
  while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
  return rest.size() < before ? rest : text;
}

// Where a column ends: at a tab, two blanks or the end.
std::size_t column_end(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\t' || text.substr(i, 2) == "  ") return i;
  return text.size();
}

// Where a label that is not known ends: at a separator, of which a blank and a full stop count from two on.
std::size_t key_end(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == ':' || text[i] == '=' || text[i] == '\t' || text.substr(i, 2) == "  " ||
        text.substr(i, 2) == "..")
      return i;
  return text.size();
}

// A segment whose label is not known; `key` is the text alone where it has no value.
Segment unknown_segment(std::string_view& line) noexcept {
  const std::size_t end = key_end(line);
  Segment segment;
  segment.key = trimmed(line.substr(0, end));
  line.remove_prefix(end);
  const std::size_t value = std::min(line.find_first_not_of(" \t.:="), line.size());
  const bool marked = line.substr(0, value).find_first_of(":=") != std::string_view::npos;
  line.remove_prefix(value);
  const bool has_letter = std::any_of(segment.key.begin(), segment.key.end(), is_letter);
  if (!has_letter || segment.key.size() > key_bytes_max || (line.empty() && !marked)) {
    segment.key = {};
    return segment;
  }
  segment.value = trimmed(line.substr(0, column_end(line)));
  return segment;
}

} // namespace

bool label_stands_at(std::string_view text, Labels labels) noexcept {
  return label_at(trimmed(text), labels).has_value();
}

bool begins_with_label(std::string_view line, Labels labels) noexcept {
  return label_stands_at(line, labels) || label_stands_at(without_number(trimmed(line)), labels);
}

std::optional<Segment> next_segment(std::string_view& line, Labels labels) noexcept {
  // Frames and arrows that pages draw around what they say.
  while (!(line = trimmed(line)).empty() &&
         std::string_view("<>|*").find(line.front()) != std::string_view::npos)
    line.remove_prefix(1);
  if (line.empty()) return std::nullopt;
  for (const std::string_view text : {line, without_number(line)})
    if (const auto segment = label_at(text, labels)) {
      line = segment->value;
      return segment;
    }
  Segment segment = unknown_segment(line);
  // What stands behind a text without a value may be a label of its own.
  if (segment.key.empty() || label_at(line, labels)) return Segment{};
  line.remove_prefix(column_end(line));
  return segment;
}

} // namespace dialbench::at::last_call
