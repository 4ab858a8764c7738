#include "harness/redial/series.hpp"

#include <algorithm>

namespace dialbench::redial {
namespace {

// The time of an entry, taken as now where it lies in the future; nothing where it is forgotten.
std::optional<std::int64_t> time_of(const Dialled& entry, std::int64_t now_s) noexcept {
  if (!remembered(entry.at_s, now_s)) return std::nullopt;
  return std::min(entry.at_s, now_s);
}

} // namespace

// Every class is named, so that a new one cannot be forgotten here.
Effect effect(evidence::OutcomeClass outcome) noexcept {
  using enum evidence::OutcomeClass;
  switch (outcome) {
  case connected:
  case connection_lost:
  case far_hangup: return Effect::connected;
  case busy: return Effect::busy;
  case voice_answer:
  case fax_answer:
  case data_answer: return Effect::answered;
  case command_mode: // dialled, and nobody knows who was rung
  case no_answer:
  case no_carrier:
  case unknown_result:
  case no_response:
  case garbled:
  case stalled:
  case overflow:
  case looping:
  case port_lost:
  case script_unmet:
  case stopped: return Effect::failed;
  case completed:
  case no_dialtone:
  case line_in_use:
  case command_error:
  case setup_error:
  case delayed:
  case blacklisted:
  case port_in_use:
  case port_denied:
  case no_such_port:
  case port_gone:
  case port_lost_idle:
  case not_a_serial_port:
  case port_refused_settings:
  case script_fault:
  case number_too_long:
  case number_malformed:
  case refused_emergency:
  case refused_redial: return Effect::none;
  }
  return Effect::failed;
}

std::vector<Attempt> attempts_to(std::span<const Dialled> history, std::string_view number,
                                 std::int64_t now_s) {
  std::vector<Attempt> attempts;
  for (const Dialled& entry : history) {
    const Effect what = effect(entry.outcome);
    const auto at_s = time_of(entry, now_s);
    if (at_s && what != Effect::none && entry.number == number)
      attempts.push_back({*at_s, what, entry.manual});
  }
  std::stable_sort(attempts.begin(), attempts.end(),
                   [](const Attempt& left, const Attempt& right) { return left.at_s < right.at_s; });
  return attempts;
}

std::optional<std::int64_t> last_call(std::span<const Dialled> history, std::int64_t now_s) {
  std::optional<std::int64_t> last;
  for (const Dialled& entry : history) {
    const auto at_s = time_of(entry, now_s);
    if (at_s && effect(entry.outcome) != Effect::none && (!last || *at_s > *last)) last = at_s;
  }
  return last;
}

std::span<const Attempt> since_connection(std::span<const Attempt> attempts) noexcept {
  const auto connected = [](const Attempt& attempt) { return attempt.effect == Effect::connected; };
  const auto last = std::find_if(attempts.rbegin(), attempts.rend(), connected);
  return attempts.last(static_cast<std::size_t>(last - attempts.rbegin()));
}

std::span<const Attempt> current_series(std::span<const Attempt> attempts, std::int64_t now_s,
                                        const Profile& profile) {
  attempts = since_connection(attempts);
  const auto apart = [&](std::int64_t earlier_s, std::int64_t later_s) {
    return later_s - earlier_s >= profile.pause.count();
  };
  std::size_t first = attempts.size();
  for (std::int64_t later_s = now_s; first > 0; --first) {
    const Attempt& attempt = attempts[first - 1];
    // Within a sliding window it is the distance from now that counts, otherwise the one to the next attempt.
    if (apart(attempt.at_s, later_s)) break;
    if (profile.limit == Limit::in_a_row) later_s = attempt.at_s;
    if (attempt.manual) return attempts.subspan(first - 1);
  }
  return attempts.subspan(first);
}

} // namespace dialbench::redial
