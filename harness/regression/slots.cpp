#include "harness/regression/slots.hpp"

#include "harness/dialect/nearest.hpp"

#include <algorithm>

namespace dialbench::regression {
namespace {

constexpr std::size_t name_max = 32;
constexpr std::size_t edits_max = 2; // two letters that were swapped are two

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

// {Port} and {prot} are {port}; {port33} is, where there are not so many modems.
std::string slot_meant(std::string_view name, const std::vector<std::string>& known) {
  const auto numbered = std::ranges::find(known, without_digits(name));
  if (numbered != known.end()) return *numbered;
  std::string best;
  std::size_t fewest = edits_max + 1;
  for (const auto& each : known) {
    const auto edits = dialect::distance(name, each);
    if (edits >= fewest || 2 * edits > each.size()) continue;
    fewest = edits;
    best = each;
  }
  return best;
}

// Where in a command for the shell one is.
class Quotes {
 public:
  [[nodiscard]] bool inside() const noexcept { return quote_ != 0; }
  // Steps over `c`. Behind a backslash nothing begins or ends.
  void step(char c) noexcept {
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\' && quote_ != '\'') {
      escaped_ = true;
    } else if (quote_ != 0) {
      if (c == quote_) quote_ = 0;
    } else if (c == '\'' || c == '"') {
      quote_ = c;
    }
  }

 private:
  char quote_ = 0;
  bool escaped_ = false;
};

} // namespace

StraySlot stray_slot(std::string_view command, const std::vector<std::string>& known) {
  Quotes quotes;
  for (std::size_t at = 0; at < command.size(); quotes.step(command[at]), ++at) {
    const bool of_a_variable = at > 0 && command[at - 1] == '$';
    if (command[at] != '{' || of_a_variable) continue;
    const auto name = word_in_braces(command.substr(at));
    if (name.empty() || std::ranges::find(known, name) != known.end()) continue;
    const auto meant = slot_meant(name, known);
    if (!quotes.inside() || !meant.empty()) return {std::string(name), meant};
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
