#include "harness/emulator/blacklist.hpp"

#include "harness/emulator/setting.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

struct Rule {
  std::size_t at_once;
  Duration gap;
  std::size_t attempts;
  Duration window;
  Duration lock;
};

constexpr Duration in_seconds(int count) { return std::chrono::seconds(count); }

constexpr Rule rules[] = {
#define BLACKLIST(name, at_once, gap_s, attempts, window_s, lock_s, text)                                    \
  Rule{at_once, in_seconds(gap_s), attempts, in_seconds(window_s), in_seconds(lock_s)},
#include "harness/emulator/blacklist.def"
};

struct Fewer {
  BlacklistRule rule;
  std::size_t attempts;
  std::size_t answered;
};
constexpr Fewer fewer_rules[] = {
#define FEWER(name, attempts, answered) Fewer{BlacklistRule::name, attempts, answered},
#include "harness/emulator/blacklist.def"
};

struct Growth {
  BlacklistRule rule;
  Duration more;
};
constexpr Growth growing_rules[] = {
#define GROWS(name, more_s) Growth{BlacklistRule::name, in_seconds(more_s)},
#include "harness/emulator/blacklist.def"
};

constexpr std::string_view rule_names[] = {
#define BLACKLIST(name, at_once, gap_s, attempts, window_s, lock_s, text) #name,
#include "harness/emulator/blacklist.def"
};

constexpr std::size_t failures_kept = 16; // above the greatest count that a rule asks for

// How long the number rests behind so many failures.
Duration gap_behind(BlacklistRule name, std::size_t failures) {
  const Rule& rule = rules[static_cast<std::size_t>(name)];
  const std::size_t first = std::max<std::size_t>(rule.at_once, 1);
  if (failures < first) return {};
  const auto* grows = std::ranges::find(growing_rules, name, &Growth::rule);
  const auto more = grows == std::end(growing_rules) ? Duration{} : grows->more;
  return rule.gap + static_cast<Duration::rep>(failures - first) * more;
}

} // namespace

std::optional<std::string> read_blacklist_rule(BlacklistRule& field, std::string_view value) {
  return read_choice(field, rule_names, value);
}

std::size_t Blacklist::attempts(BlacklistRule name, const Failures& failures) {
  std::size_t most = rules[static_cast<std::size_t>(name)].attempts;
  const auto* fewer = std::ranges::find(fewer_rules, name, &Fewer::rule);
  if (fewer == std::end(fewer_rules)) return most;
  for (const auto& failure : failures) {
    if (failure.heard == Heard::nothing) most = std::min(most, fewer->attempts);
    if (failure.heard == Heard::answered) most = std::min(most, fewer->answered);
  }
  return most;
}

Blacklist::Answer Blacklist::asks(BlacklistRule name, std::string_view number, Time now) const {
  const Rule& rule = rules[static_cast<std::size_t>(name)];
  const auto found = failures_.find(number);
  if (rule.attempts == 0 || found == failures_.end()) return Answer::dial;
  const Failures& all = found->second;
  const Time last = all.back().time;
  const Duration since = now - last;
  const bool locked = rule.lock == Duration{} || since < rule.lock;
  const auto counts = [&](const Failure& failure) {
    return rule.window == Duration{} || last - failure.time < rule.window;
  };
  const auto failures = static_cast<std::size_t>(std::ranges::count_if(all, counts));
  const std::size_t most = attempts(name, all);
  if (failures >= most && locked) return Answer::blacklisted;
  if (failures >= most) return Answer::dial;
  return since < gap_behind(name, failures) ? Answer::delayed : Answer::dial;
}

void Blacklist::failed(BlacklistRule name, std::string_view number, Time now, Heard heard) {
  const Rule& rule = rules[static_cast<std::size_t>(name)];
  if (rule.attempts == 0) return;
  auto found = failures_.find(number);
  if (found == failures_.end()) {
    if (failures_.size() >= blacklisted_numbers_max) {
      const auto oldest =
          std::ranges::min_element(failures_, {}, [](const auto& entry) { return entry.second.back().time; });
      failures_.erase(oldest);
    }
    found = failures_.emplace(number, Failures{}).first;
  }
  Failures& all = found->second;
  // Behind a lock that is over, the count starts again.
  const bool was_locked = all.size() >= attempts(name, all) && rule.lock > Duration{};
  if (was_locked && now - all.back().time >= rule.lock) all.clear();
  all.push_back({now, heard});
  if (all.size() > failures_kept) all.erase(all.begin());
}

void Blacklist::answered(std::string_view number) {
  if (const auto found = failures_.find(number); found != failures_.end()) failures_.erase(found);
}

} // namespace dialbench::emulator
