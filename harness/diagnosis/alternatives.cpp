#include "harness/diagnosis/alternatives.hpp"

#include "catalogue/catalogue.hpp"
#include "harness/diagnosis/conditions.hpp"
#include "harness/diagnosis/phrases.hpp"

#include <algorithm>
#include <array>

namespace dialbench::diagnosis {
namespace {

struct Row {
  int code;
  int alternative;
  Condition condition;
  std::string_view reason; // empty: ruled out
};
constexpr std::array table{
#define ALTERNATIVE(code, alternative, condition, reason) Row{code, alternative, condition, reason},
#include "harness/diagnosis/alternatives.def"
};

} // namespace

std::vector<Alternative> alternatives_for(int code, const std::vector<int>& candidates, const Facts& facts) {
  std::vector<Alternative> alternatives;
  for (const int candidate : candidates) {
    const auto found = std::ranges::find_if(table, [&](const Row& row) {
      return row.code == code && row.alternative == candidate && row.condition(facts);
    });
    if (found != table.end() && found->reason.empty()) continue;
    const auto* known = catalogue::find(candidate);
    alternatives.push_back({.code = candidate,
                            .symbol = known != nullptr ? std::string(known->symbol) : std::string{},
                            .reason = found != table.end() ? filled(found->reason, facts) : std::string{}});
  }
  return alternatives;
}

} // namespace dialbench::diagnosis
