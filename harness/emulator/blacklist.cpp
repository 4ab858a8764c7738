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

constexpr Duration seconds(int count) { return std::chrono::seconds(count); }

constexpr Rule rules[] = {
#define BLACKLIST(name, at_once, gap_s, attempts, window_s, lock_s, text)                                    \
  Rule{at_once, seconds(gap_s), attempts, seconds(window_s), seconds(lock_s)},
#include "harness/emulator/blacklist.def"
};

constexpr std::string_view rule_names[] = {
#define BLACKLIST(name, at_once, gap_s, attempts, window_s, lock_s, text) #name,
#include "harness/emulator/blacklist.def"
};

constexpr std::size_t failures_kept = 16; // above the greatest count that a rule asks for

} // namespace

std::optional<std::string> read_blacklist_rule(BlacklistRule& field, std::string_view value) {
  return read_choice(field, rule_names, value);
}

Blacklist::Answer Blacklist::asks(BlacklistRule name, std::string_view number, Time now) const {
  const Rule& rule = rules[static_cast<std::size_t>(name)];
  const auto found = failures_.find(number);
  if (rule.attempts == 0 || found == failures_.end()) return Answer::dial;
  const auto& times = found->second;
  const Duration since = now - times.back();
  const bool locked = rule.lock == Duration{} || since < rule.lock;
  const auto counts = [&](Time time) {
    return rule.window == Duration{} || times.back() - time < rule.window;
  };
  const auto failures = static_cast<std::size_t>(std::ranges::count_if(times, counts));
  if (failures >= rule.attempts && locked) return Answer::blacklisted;
  if (failures >= rule.attempts) return Answer::dial;
  return failures >= std::max<std::size_t>(rule.at_once, 1) && since < rule.gap ? Answer::delayed
                                                                                : Answer::dial;
}

void Blacklist::failed(BlacklistRule name, std::string_view number, Time now) {
  const Rule& rule = rules[static_cast<std::size_t>(name)];
  if (rule.attempts == 0) return;
  auto found = failures_.find(number);
  if (found == failures_.end()) {
    if (failures_.size() >= blacklisted_numbers_max) {
      const auto oldest =
          std::ranges::min_element(failures_, {}, [](const auto& entry) { return entry.second.back(); });
      failures_.erase(oldest);
    }
    found = failures_.emplace(number, std::vector<Time>{}).first;
  }
  auto& times = found->second;
  // Behind a lock that is over, the count starts again.
  const bool was_locked = times.size() >= rule.attempts && rule.lock > Duration{};
  if (was_locked && now - times.back() >= rule.lock) times.clear();
  times.push_back(now);
  if (times.size() > failures_kept) times.erase(times.begin());
}

void Blacklist::answered(std::string_view number) {
  if (const auto found = failures_.find(number); found != failures_.end()) failures_.erase(found);
}

} // namespace dialbench::emulator
