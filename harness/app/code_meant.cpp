#include "harness/app/code_meant.hpp"

#include "catalogue/catalogue.hpp"
#include "harness/app/capitals.hpp"
#include "harness/app/nearest.hpp"
#include "harness/evidence/outcome_class.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

namespace dialbench::app {
namespace {

// As it stands in a sentence: "678.", "#678", "(676:".
std::string_view without_marks(std::string_view word) {
  while (!word.empty() && std::string_view(".,:;!?)").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  while (!word.empty() && std::string_view("#(").find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  return word;
}

std::string number_meant(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size() || number < 1) return {};
  if (catalogue::find(number) != nullptr) return std::to_string(number);
  // What a shell shows of a verdict (design, decision 9).
  const auto* code = catalogue::find(600 + number);
  return code != nullptr && evidence::exit_status(code->number) == number ? std::to_string(code->number) : "";
}

// In capitals: a slip of the shift key is none.
struct KnownWords {
  std::vector<std::string> names; // of codes and of outcome classes
  std::vector<std::string> told;  // in sentences, and by modems

  [[nodiscard]] bool has(const std::string& word) const {
    return std::ranges::find(names, word) != names.end() || std::ranges::find(told, word) != told.end();
  }
  // Sentences have so many words that one of them is always two slips away from a short one.
  [[nodiscard]] std::string nearest_to(const std::string& word) const {
    auto name = nearest(word, names);
    auto other = nearest(word, told);
    constexpr std::size_t long_enough = 8;
    if (!other.empty() && word.size() < long_enough && edits_between(word, other) > 1) other.clear();
    if (name.empty() || other.empty()) return name.empty() ? other : name;
    return edits_between(word, other) < edits_between(word, name) ? other : name;
  }
};

KnownWords known_words() {
  KnownWords known;
  for (const auto& row : evidence::outcome_rows()) known.names.push_back(in_capitals(row.name));
  for (const auto& code : catalogue::codes()) {
    known.names.push_back(in_capitals(code.symbol));
    std::string told(code.meaning);
    for (const auto& said : catalogue::words(code.number)) told += ' ' + std::string(said.text);
    std::istringstream words(told);
    for (std::string word; words >> word;) known.told.push_back(in_capitals(without_marks(word)));
  }
  return known;
}

std::string words_meant(const std::vector<std::string>& typed) {
  const auto known = known_words();
  std::string meant;
  bool changed = false;
  for (const auto& each : typed) {
    const std::string word = in_capitals(without_marks(each));
    const std::string near = known.has(word) ? "" : known.nearest_to(word);
    changed = changed || !near.empty();
    meant += (meant.empty() ? "" : " ") + (near.empty() ? word : near);
  }
  const bool is_one = catalogue::find_symbol(meant) != nullptr || !catalogue::search(meant).empty();
  return changed && is_one ? meant : "";
}

} // namespace

std::string code_meant(const std::vector<std::string>& typed) {
  if (typed.size() == 1)
    if (auto number = number_meant(without_marks(typed.front())); !number.empty()) return number;
  return words_meant(typed);
}

} // namespace dialbench::app
