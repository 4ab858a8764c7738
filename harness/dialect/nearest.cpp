#include "harness/dialect/nearest.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dialbench::dialect {
namespace {

constexpr std::size_t counted_max = 64; // names are short; the work for two of them stays small

bool same_letter(char a, char b) noexcept { return lower(a) == lower(b); }

} // namespace

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_in_any_case(std::string_view one, std::string_view other) noexcept {
  return one.size() == other.size() && std::equal(one.begin(), one.end(), other.begin(), same_letter);
}

bool contains_in_any_case(std::string_view text, std::string_view part) noexcept {
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same_letter) != text.end() ||
         part.empty();
}

std::size_t distance(std::string_view one, std::string_view other) {
  one = one.substr(0, counted_max);
  other = other.substr(0, counted_max);
  std::array<std::size_t, counted_max + 1> row{}; // of the edits from one's beginning to each of other's
  for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t changed = diagonal + (same_letter(one[i - 1], other[j - 1]) ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, changed}));
    }
  }
  return row[other.size()];
}

std::vector<std::string_view> nearest_first(std::string_view word, std::vector<std::string_view> names) {
  using Ranked = std::pair<std::size_t, std::string_view>;
  std::vector<Ranked> ranked;
  ranked.reserve(names.size());
  for (const auto name : names) {
    const std::size_t far = contains_in_any_case(name, word) ? 0 : 1 + distance(word, name);
    ranked.emplace_back(far, name);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.first < b.first; });
  std::transform(ranked.begin(), ranked.end(), names.begin(), [](const Ranked& each) { return each.second; });
  return names;
}

std::string_view meant(std::string_view word, const std::vector<std::string_view>& names) {
  std::string_view best;
  std::size_t fewest = 3;
  for (const auto name : names) {
    const std::size_t edits = distance(word, name);
    if (edits < fewest && 2 * edits < name.size()) {
      fewest = edits;
      best = name;
    }
  }
  return best;
}

} // namespace dialbench::dialect
