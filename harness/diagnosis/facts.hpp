// What the rules ask for, worked out once from the evidence of an attempt: times relative to the last digit,
// ringing, S7.
#pragma once

#include "harness/evidence/outcome.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::diagnosis {

// Most modems have it as their default (results.md, section 9); a verdict that rests on it says "assumed".
inline constexpr std::chrono::seconds s7_assumed{50};
// The cycle in most countries where no two rings were seen to measure it (timing.md, section 3: 3 to 6 s).
inline constexpr std::chrono::seconds ring_cycle_assumed{6};

struct Facts {
  explicit Facts(const evidence::Outcome& outcome);

  const evidence::Outcome& outcome; // must outlive the facts
  const evidence::Evidence& seen;   // outcome.evidence

  std::optional<Time> decided_at;             // the deciding result, or the moment our own timer ran out
  std::optional<Duration> after_dial_command; // from its first byte to decided_at
  std::optional<Duration> after_last_digit;   // estimated; negative: before the last digit can have been out
  std::optional<Duration>
      listened; // for a dial tone, at most: the same without what was dialled blindly before a W
  std::optional<Duration> since_ringing; // from the last ringing to decided_at; nothing: it never rang
  Duration ring_cycle = ring_cycle_assumed;
  Duration s7 = s7_assumed;
  bool s7_known = false;
  std::optional<Duration> held; // how long a connection lasted that was lost

  // The dial string asks for its first dial tone by a W: the X level does not listen, and nothing but pauses
  // stands before the W. With how many of them; nothing: it does not.
  std::optional<std::size_t> pauses_before_tone;

  // What was dialled, prefix and modifiers included; taken from the dial command where no number was given.
  [[nodiscard]] std::string_view dialled() const noexcept;
  [[nodiscard]] bool ended_by_us() const noexcept { return seen.ending == evidence::Ending::own_timer; }
  [[nodiscard]] bool modem_said_it() const noexcept;
  [[nodiscard]] bool is(evidence::OutcomeClass outcome_class) const noexcept {
    return outcome.outcome == outcome_class;
  }
  // The first line whose bytes came damaged: the result, or text that no table knows. Null: none did.
  [[nodiscard]] const evidence::Saying* damaged() const noexcept;
};

} // namespace dialbench::diagnosis
