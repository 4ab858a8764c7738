#include "harness/diagnosis/facts.hpp"

#include "at/dial_string.hpp"

#include <algorithm>

namespace dialbench::diagnosis {
namespace {

std::optional<Time> moment_of_decision(const evidence::Evidence& seen) {
  if (seen.result) return seen.result->at;
  // After our timer the abort takes seconds of its own; the deadline is the moment that counts.
  if (seen.ending == evidence::Ending::own_timer && seen.deadline) return seen.deadline;
  if (seen.connected_at) return seen.connected_at;
  return seen.ended;
}

Duration measured_cycle(const evidence::Evidence& seen) {
  constexpr Duration cycle_min = std::chrono::seconds(2);
  constexpr Duration cycle_max = std::chrono::seconds(10);
  if (seen.ringing < 2 || !seen.first_ringing || !seen.last_ringing) return ring_cycle_assumed;
  return std::clamp((*seen.last_ringing - *seen.first_ringing) / (seen.ringing - 1), cycle_min, cycle_max);
}

std::optional<std::size_t> pauses_before_first_tone(const evidence::Evidence& seen) {
  const bool dials_blindly = seen.x_level && (*seen.x_level < 2 || *seen.x_level == 3);
  std::string_view dial = at::dial_part(seen.dial_command);
  const auto w = dial.find_first_of("Ww");
  if (!dials_blindly || w == std::string_view::npos) return std::nullopt;
  dial = dial.substr(0, w);
  if (dial.find_first_not_of("TtPp,- ().") != std::string_view::npos) return std::nullopt;
  return static_cast<std::size_t>(std::ranges::count(dial, ','));
}

} // namespace

Facts::Facts(const evidence::Outcome& outcome_)
    : outcome(outcome_)
    , seen(outcome_.evidence) {
  decided_at = moment_of_decision(seen);
  ring_cycle = measured_cycle(seen);
  // S7=0 is no limit on some modems and the longest on others: nothing to measure by.
  s7_known = seen.s7.has_value() && seen.s7->count() > 0;
  if (s7_known) s7 = *seen.s7;
  if (decided_at && seen.dial_sent) {
    after_dial_command = *decided_at - *seen.dial_sent;
    after_last_digit = *after_dial_command - seen.dial_time;
    listened = after_dial_command;
    pauses_before_tone = pauses_before_first_tone(seen);
    if (pauses_before_tone) {
      const std::string blind = 'T' + std::string(*pauses_before_tone, ',');
      listened = std::max(*after_dial_command - at::dial_time(blind), Duration::zero());
    }
  }
  if (decided_at && seen.ringing > 0 && seen.last_ringing) since_ringing = *decided_at - *seen.last_ringing;
  if (seen.lost_after_connect && seen.connected_at && seen.ended) held = *seen.ended - *seen.connected_at;
}

std::string_view Facts::dialled() const noexcept {
  if (!seen.number.empty()) return seen.number;
  std::string_view dial = at::dial_part(seen.dial_command);
  const bool names_the_kind =
      !dial.empty() && std::string_view("TtPp").find(dial.front()) != std::string_view::npos;
  if (names_the_kind) dial.remove_prefix(1);
  return dial;
}

bool Facts::modem_said_it() const noexcept {
  return seen.ending == evidence::Ending::final_result && seen.result.has_value();
}

const evidence::Saying* Facts::damaged() const noexcept {
  if (seen.result && seen.result->damage != at::Damage::none) return &*seen.result;
  const auto found = std::ranges::find_if(
      seen.unknown, [](const evidence::Saying& saying) { return saying.damage != at::Damage::none; });
  return found != seen.unknown.end() ? &*found : nullptr;
}

} // namespace dialbench::diagnosis
