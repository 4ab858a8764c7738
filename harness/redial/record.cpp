#include "harness/redial/record.hpp"

#include "harness/redial/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace dialbench::redial {
namespace {

constexpr std::string_view no_digits = "-";

// Cuts the line at single blanks; nothing unless there are exactly four fields.
std::optional<std::array<std::string_view, 4>> fields_of(std::string_view line) {
  std::array<std::string_view, 4> fields;
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const std::size_t end = line.find(' ');
    const bool last = index + 1 == fields.size();
    if (last != (end == std::string_view::npos)) return std::nullopt;
    fields.at(index) = line.substr(0, end);
    if (!last) line.remove_prefix(end + 1);
  }
  return fields;
}

bool is_number(std::string_view text) noexcept {
  return !text.empty() && text.size() <= digits_max &&
         std::all_of(text.begin(), text.end(),
                     [](char character) { return character >= '0' && character <= '9'; });
}

} // namespace

std::string record(const Dialled& entry) {
  const std::string digits = digits_of(entry.number).substr(0, digits_max);
  return std::to_string(entry.at_s) + ' ' + (digits.empty() ? std::string(no_digits) : digits) + ' ' +
         std::string(evidence::name(entry.outcome)) + (entry.manual ? " manual\n" : " automatic\n");
}

std::optional<Dialled> parse_record(std::string_view line) {
  const auto fields = fields_of(line);
  if (!fields) return std::nullopt;
  const auto [when, number, outcome, start] = *fields;
  Dialled entry;
  const auto [end, error] = std::from_chars(when.data(), when.data() + when.size(), entry.at_s);
  if (error != std::errc() || end != when.data() + when.size()) return std::nullopt;
  if (number != no_digits && !is_number(number)) return std::nullopt;
  if (number != no_digits) entry.number = number;
  const auto named = evidence::outcome_named(outcome);
  if (!named || (start != "manual" && start != "automatic")) return std::nullopt;
  entry.outcome = *named;
  entry.manual = start == "manual";
  return entry;
}

} // namespace dialbench::redial
