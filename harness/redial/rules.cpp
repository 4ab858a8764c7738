#include "harness/redial/rules.hpp"

#include "harness/redial/number.hpp"
#include "harness/redial/series.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace dialbench::redial {
namespace {

using std::chrono::seconds;

struct Refusal {
  seconds wait{0};
  std::string reason;
};

std::string shown(seconds duration) {
  const bool minutes = duration > std::chrono::minutes(1) && duration.count() % 60 == 0;
  return minutes ? std::to_string(duration.count() / 60) + " min" : std::to_string(duration.count()) + " s";
}

std::string counted(std::size_t attempts) {
  return std::to_string(attempts) + (attempts == 1 ? " attempt" : " attempts");
}

std::string by_rule(const Profile& profile, const std::string& what) {
  return "The redial rule for " + std::string(profile.title) + " " + what + " (" +
         std::string(profile.source) + ").";
}

// Until `span` after `since_s`; nothing where that is over.
std::optional<seconds> rest(seconds span, std::int64_t since_s, std::int64_t now_s) noexcept {
  const seconds left = span - seconds(now_s - since_s);
  return left.count() > 0 ? std::optional(left) : std::nullopt;
}

// `target`: "to one number", and what is special about it.
std::string limit_words(const Profile& profile, std::size_t allowed, const std::string& target) {
  const std::string attempts = "allows " + counted(allowed);
  switch (profile.limit) {
  case Limit::in_a_row:
    return attempts + " in a row " + target + ", then wants a pause of " + shown(profile.pause);
  case Limit::within: return attempts + " " + target + " within " + shown(profile.pause);
  case Limit::for_good: break;
  }
  return attempts + " " + target + ", then none until a person dials it";
}

// `used`: the attempts that use up a limit of `allowed`, by time.
std::optional<Refusal> over_limit(std::span<const Attempt> used, std::size_t allowed,
                                  const std::string& target, std::int64_t now_s, const Profile& profile) {
  if (used.size() < allowed) return std::nullopt;
  // A window opens when the oldest of the attempts that fill it leaves; a series waits from its last one on.
  const Attempt& from = profile.limit == Limit::in_a_row ? used.back() : used[used.size() - allowed];
  const auto wait = rest(profile.pause, from.at_s, now_s);
  if (!wait) return std::nullopt;
  return Refusal{*wait, by_rule(profile, limit_words(profile, allowed, target))};
}

std::optional<Refusal> too_many(std::span<const Attempt> series, std::int64_t now_s, const Profile& profile) {
  const bool free_start = !series.empty() && series.front().manual && !profile.manual_counts;
  const auto used = series.subspan(free_start ? 1 : 0);
  const bool all_busy = std::all_of(used.begin(), used.end(),
                                    [](const Attempt& attempt) { return attempt.effect == Effect::busy; });
  const std::size_t allowed = all_busy ? profile.attempts_busy : profile.attempts;
  std::string target = "to one number";
  if (profile.attempts_busy != profile.attempts)
    target += all_busy ? " that is busy each time" : " that is not busy each time";
  return over_limit(used, allowed, target, now_s, profile);
}

std::optional<Refusal> too_many_answered(std::span<const Attempt> series, std::int64_t now_s,
                                         const Profile& profile) {
  if (profile.attempts_answered == 0) return std::nullopt;
  std::vector<Attempt> used;
  std::copy_if(series.begin(), series.end(), std::back_inserter(used),
               [](const Attempt& attempt) { return attempt.effect == Effect::answered; });
  return over_limit(used, profile.attempts_answered, "to one number where somebody answers who is no modem",
                    now_s, profile);
}

std::optional<Refusal> too_soon(std::span<const Attempt> series, std::int64_t now_s, const Profile& profile) {
  if (series.empty()) return std::nullopt;
  const seconds gap = profile.gaps.after(series.size());
  const auto wait = rest(gap, series.back().at_s, now_s);
  if (!wait) return std::nullopt;
  return Refusal{
      *wait, by_rule(profile, "wants " + shown(gap) + " after " + counted(series.size()) + " to one number")};
}

std::optional<Refusal> too_soon_after_any(std::span<const Dialled> history, std::int64_t now_s,
                                          const Profile& profile) {
  const auto last = last_call(history, now_s);
  const auto wait = last ? rest(profile.gap_any, *last, now_s) : std::nullopt;
  if (!wait) return std::nullopt;
  return Refusal{*wait,
                 by_rule(profile, "wants " + shown(profile.gap_any) + " between any two automatic calls")};
}

std::optional<Refusal> at_the_cap(std::span<const Attempt> attempts, std::int64_t now_s) {
  const auto failed = since_connection(attempts);
  if (failed.size() < attempts_cap) return std::nullopt;
  const auto wait = rest(cap_window, failed[failed.size() - attempts_cap].at_s, now_s);
  if (!wait) return std::nullopt;
  return Refusal{*wait, "No number is dialled more than " + std::to_string(attempts_cap) + " times within " +
                            shown(cap_window) +
                            " without a connection, by hand or by script (dialbench's own cap)."};
}

Decision refused(Refusal refusal, bool by_hand) {
  return {false, refusal.wait, by_hand, std::move(refusal.reason)};
}

} // namespace

Decision may_dial(std::span<const Dialled> history, std::string_view number, std::int64_t now_s, bool manual,
                  const Profile& profile) {
  const auto attempts = attempts_to(history, digits_of(number), now_s);
  auto cap = at_the_cap(attempts, now_s);
  if (manual) {
    if (cap) return refused(std::move(*cap), false);
    return {
        true, seconds(0), false,
        "A number that a person dials is a manual start, free of the redial rules (FCC, 47 CFR 68.318(b))."};
  }
  const auto series = current_series(attempts, now_s, profile);
  std::optional<Refusal> longest = cap;
  for (auto& other : {too_many(series, now_s, profile), too_many_answered(series, now_s, profile),
                      too_soon(series, now_s, profile), too_soon_after_any(history, now_s, profile)}) {
    if (other && (!longest || other->wait > longest->wait)) longest = other;
  }
  if (longest) return refused(std::move(*longest), !cap);
  return {true, seconds(0), false,
          by_rule(profile,
                  "allows an automatic call now, after " + counted(series.size()) + " without a connection")};
}

} // namespace dialbench::redial
