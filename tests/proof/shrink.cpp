#include "tests/proof/shrink.hpp"

#include <utility>

namespace dialbench::proof {
namespace {

using Breaks = std::function<bool(const Situation&)>;

// Takes the change where the situation still breaks with it.
template <class Change>
bool try_change(Situation& situation, const Breaks& breaks, Change change) {
  Situation smaller = situation;
  change(smaller);
  if (!breaks(smaller)) return false;
  situation = std::move(smaller);
  return true;
}

template <class List>
bool without_items(Situation& situation, const Breaks& breaks, List list) {
  bool any = false;
  for (std::size_t i = (situation.*list).size(); i-- > 0;) {
    const auto remove = [&](Situation& smaller) {
      (smaller.*list).erase((smaller.*list).begin() + static_cast<std::ptrdiff_t>(i));
    };
    any = try_change(situation, breaks, remove) || any;
  }
  return any;
}

// Halves the counts and the lengths of what is left.
bool weaker_faults(Situation& situation, const Breaks& breaks) {
  bool any = false;
  for (std::size_t i = 0; i < situation.faults.size(); ++i) {
    while (situation.faults[i].count > 1 &&
           try_change(situation, breaks, [&](Situation& smaller) { smaller.faults[i].count /= 2; }))
      any = true;
    while (situation.faults[i].length > std::chrono::milliseconds(1) &&
           try_change(situation, breaks, [&](Situation& smaller) { smaller.faults[i].length /= 2; }))
      any = true;
  }
  return any;
}

} // namespace

Situation shrunk(Situation situation, const Breaks& breaks) {
  bool any = true;
  while (any) {
    any = without_items(situation, breaks, &Situation::faults);
    any = weaker_faults(situation, breaks) || any;
    if (situation.calls.size() > 1) any = without_items(situation, breaks, &Situation::calls) || any;
    any = without_items(situation, breaks, &Situation::habits) || any;
    const auto plainer = [&](auto member, auto value) {
      if (situation.*member == value) return;
      any = try_change(situation, breaks, [&](Situation& smaller) { smaller.*member = value; }) || any;
    };
    plainer(&Situation::chunk_seed, std::uint64_t{0});
    plainer(&Situation::between, Duration{});
    plainer(&Situation::dial_timeout, std::optional<Duration>{});
    const auto plainer_plan = [&](auto member, auto value) {
      if (situation.plan.*member == value) return;
      any = try_change(situation, breaks, [&](Situation& smaller) { smaller.plan.*member = value; }) || any;
    };
    plainer_plan(&Plan::s7, std::optional<unsigned>{});
    plainer_plan(&Plan::reads_s7, false);
    plainer_plan(&Plan::pulse, false);
    plainer_plan(&Plan::retries, 0U);
    plainer_plan(&Plan::hold, Duration{});
  }
  return situation;
}

} // namespace dialbench::proof
