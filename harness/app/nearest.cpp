#include "harness/app/nearest.hpp"

#include <algorithm>
#include <vector>

namespace dialbench::app {
namespace {

template <class Thing, class NameOf>
const Thing* nearest_of(std::string_view word, std::span<const Thing> among, NameOf name_of) {
  constexpr std::size_t longest = 20; // a longer word is no slip of the pen
  const Thing* best = nullptr;
  std::size_t fewest = 3;
  if (word.size() > longest) return nullptr;
  for (const auto& thing : among) {
    const std::string_view name = name_of(thing);
    const std::size_t edits = edits_between(word, name);
    if (edits < fewest && 2 * edits < name.size()) {
      fewest = edits;
      best = &thing;
    }
  }
  return best;
}

} // namespace

// Letters changed, lost, added, or swapped with their neighbour (optimal string alignment).
std::size_t edits_between(std::string_view one, std::string_view other) {
  std::vector<std::vector<std::size_t>> edits(one.size() + 1, std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 0; i <= one.size(); ++i) {
    for (std::size_t j = 0; j <= other.size(); ++j) {
      if (i == 0 || j == 0) {
        edits[i][j] = i + j;
        continue;
      }
      const std::size_t changed = one[i - 1] == other[j - 1] ? 0 : 1;
      edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + changed});
      const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  }
  return edits[one.size()][other.size()];
}

const Command* nearest(std::string_view word, std::span<const Command> among) {
  return nearest_of(word, among, [](const Command& command) { return command.name; });
}

std::string nearest(std::string_view word, std::span<const std::string> among) {
  const auto* found = nearest_of(word, among, [](const std::string& name) { return std::string_view(name); });
  return found ? *found : "";
}

} // namespace dialbench::app
