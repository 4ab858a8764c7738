#include "harness/regression/slots.hpp"

#include "at/characters.hpp"
#include "harness/dialect/nearest.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::regression {
namespace {

using at::detail::is_digit;
using at::detail::is_letter;

constexpr std::size_t name_max = 32;

// The word in the braces that begin `text`; empty: it is none.
std::string_view word_in_braces(std::string_view text) {
  const auto in_word = [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; };
  std::size_t end = 1;
  while (end < text.size() && end <= name_max && in_word(text[end])) ++end;
  const bool is_word = end > 1 && end < text.size() && text[end] == '}' && is_letter(text[1]);
  return is_word ? text.substr(1, end - 1) : std::string_view();
}

std::string_view without_digits(std::string_view name) {
  while (!name.empty() && is_digit(name.back())) name.remove_suffix(1);
  return name;
}

std::string in_small_letters(std::string_view name) {
  std::string small(name);
  std::ranges::transform(small, small.begin(), dialect::lower);
  return small;
}

std::string sorted(std::string letters) {
  std::ranges::sort(letters);
  return letters;
}

// Whether `longer` is `shorter` with one letter put in.
bool has_one_more(std::string_view longer, std::string_view shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  const auto differ = std::ranges::mismatch(longer, shorter);
  return std::equal(differ.in1 + 1, longer.end(), differ.in2, shorter.end());
}

bool is_slip_of(const std::string& name, const std::string& slot) {
  return sorted(name) == sorted(slot) || has_one_more(name, slot) || has_one_more(slot, name);
}

// Empty: none of `known`.
std::string slot_meant(std::string_view name, const std::vector<std::string>& known) {
  const std::string small = in_small_letters(name);
  const auto same = std::ranges::find(known, small);
  if (same != known.end()) return *same;
  const auto numbered = std::ranges::find(known, without_digits(small));
  if (numbered != known.end()) return *numbered;
  const auto near = std::ranges::find_if(known, [&](const auto& slot) { return is_slip_of(small, slot); });
  return near == known.end() ? "" : *near;
}

} // namespace

StraySlot stray_slot(std::string_view command, const std::vector<std::string>& known) {
  for (std::size_t at = 0; at < command.size(); ++at) {
    const bool of_a_variable = at > 0 && command[at - 1] == '$';
    if (command[at] != '{' || of_a_variable) continue;
    const auto name = word_in_braces(command.substr(at));
    if (name.empty() || std::ranges::find(known, name) != known.end()) continue;
    if (auto meant = slot_meant(name, known); !meant.empty()) return {std::string(name), std::move(meant)};
  }
  return {};
}

std::vector<std::string> port_slots(unsigned modems) {
  std::vector<std::string> slots = {"port"};
  for (unsigned n = 1; n <= modems; ++n) slots.push_back("port" + std::to_string(n));
  return slots;
}

std::string port_slots_text(unsigned modems) {
  if (modems == 1) return "{port}";
  return "{port}, {port1} " + std::string(modems == 2 ? "and" : "to") + " {port" + std::to_string(modems) +
         '}';
}

} // namespace dialbench::regression
