#include "tests/proof/invariants.hpp"

#include "at/dial_string.hpp"
#include "harness/evidence/duration.hpp"
#include "tests/proof/oracle.hpp"

#include <algorithm>

namespace dialbench::proof {
namespace {

using evidence::Ending;
using evidence::OutcomeClass;
using faults::Act;
using faults::Fault;
using std::chrono::milliseconds;
using std::chrono::seconds;

// A command that drips is given ten times its timeout, and is said so often as its step allows. An abort is
// CR, AT, DTR, the escape sequence, ATH and AT; a hang-up much the same.
constexpr Duration command_max = seconds(50);
constexpr Duration abort_max = seconds(200);
constexpr Duration hang_up_max = seconds(250);

Duration attempt_max(const Situation& situation) {
  const Plan& plan = situation.plan;
  const Duration set_up = 6 * command_max + 2 * abort_max;
  const Duration wait = plan.chat ? Duration(seconds(190)) : Duration(seconds(plan.s7.value_or(255) + 30));
  const Duration dial = command_max + wait + abort_max;
  return set_up + (plan.retries + 1) * dial + plan.hold + 2 * hang_up_max + 10 * command_max;
}

// As far as the class is concerned: to the verdict; a connection may still be lost until it is hung up.
Time window_end(const Tried& tried) {
  const auto& evidence = tried.outcome->evidence;
  return evidence.connected ? tried.end : tried.start + *evidence.ended;
}

// Bytes that come a little late or one by one change nothing; nor does a call that comes in, unless it stands
// inside a line.
bool is_harmless(const Act& act) {
  const Fault& fault = act.fault;
  if (fault.kind == Fault::Kind::split) return fault.count * fault.length <= milliseconds(300);
  if (fault.kind == Fault::Kind::delay || fault.kind == Fault::Kind::stall)
    return fault.length <= milliseconds(300);
  return false;
}

// A result that was never the answer to this dial: said before the dial command was, or while one is owed and
// the digits cannot be out yet. It is a line of its own where it came at a time and not inside others.
bool must_be_set_aside(const Act& act, const Tried& tried) {
  const Fault& fault = act.fault;
  const bool is_line = fault.kind == Fault::Kind::previous_result && !fault.byte && fault.word != "OK" &&
                       fault.word != "ERROR" && fault.word != "RING";
  return is_line && tried.dial_lines == 1 && tried.last_dial && act.first > tried.start &&
         act.last < *tried.last_dial - seconds(1);
}

// What was held back in the attempt before and came in this one.
bool came_late_and_is_owed(const Act& act, const Tried& tried, std::size_t number) {
  if (act.fault.kind != Fault::Kind::late_result || act.fault.count != 1) return false;
  if (act.first >= tried.start) return false;
  const Time comes = act.first + act.fault.length;
  if (comes > tried.end) return true;
  if (!tried.last_dial || tried.dial_lines != 1) return false;
  const Duration digits = at::digits_time("T" + number_of(number));
  return comes > tried.start && comes < *tried.last_dial + digits - milliseconds(100);
}

// A word that comes sooner than the digits can be out is taken for the one that is owed (design, decision 4).
bool answers_at_once(emulator::Far::Kind kind) {
  using Kind = emulator::Far::Kind;
  return kind == Kind::line_in_use || kind == Kind::delayed || kind == Kind::blacklisted ||
         kind == Kind::refused || kind == Kind::dead_line || kind == Kind::no_dial_tone;
}

bool says(const std::string& heard, const std::string& word) {
  if (heard.find(word) != std::string::npos) return true;
  // NUL and bits that a line loses on its way to a word are no part of it.
  std::string plain;
  for (const char c : heard) {
    if (c != '\0') plain += c;
  }
  return plain.find(word) != std::string::npos;
}

std::string names(const std::vector<OutcomeClass>& classes) {
  std::string text;
  for (const auto one : classes) text += (text.empty() ? "" : " or ") + std::string(evidence::name(one));
  return text;
}

std::optional<std::string> broken_end(const Situation& situation, const Tried& tried) {
  if (tried.ended == simulation::Ended::stuck) return "nothing was going to happen any more";
  if (tried.ended == simulation::Ended::too_long || !tried.outcome) return "it did not end";
  if (tried.end - tried.start > attempt_max(situation))
    return "it took " + evidence::shown(tried.end - tried.start) + ", more than " +
           evidence::shown(attempt_max(situation));
  const auto& evidence = tried.outcome->evidence;
  if (!evidence.ended) return "its end has no time";
  if (evidence.ending == Ending::final_result && evidence.deadline && !evidence.connected &&
      *evidence.ended > *evidence.deadline + abort_max)
    return "its verdict came " + evidence::shown(*evidence.ended - *evidence.deadline) +
           " behind its deadline";
  if (tried.changed_afterwards) return "the session went on behind its end";
  return std::nullopt;
}

std::optional<std::string> broken_class(const Situation& situation, const Trial& trial, std::size_t index) {
  const Tried& tried = trial.attempts[index];
  const auto& outcome = *tried.outcome;
  if (!is_decidable(situation, trial, index)) return std::nullopt;
  const auto right = right_classes(situation, index);
  if (std::ranges::find(right, outcome.outcome) == right.end())
    return "its class is " + std::string(evidence::name(outcome.outcome)) + ", not " + names(right);
  const auto& evidence = outcome.evidence;
  const bool port_went = outcome.outcome == OutcomeClass::port_lost;
  const bool dead = situation.calls[index].kind == emulator::Far::Kind::dead;
  if (port_went || dead || !evidence.dialled) return std::nullopt;
  if (!tried.on_hook) return "the modem is still off hook";
  if (!evidence.hung_up) return "the line was not given back";
  if (evidence.connected && !evidence.hang_up_proven) return "the hang-up is not proven";
  return std::nullopt;
}

// Proof is in the modem's answers. Of an ATH that has lost its H it says OK, and an OK that is late, or comes
// twice, is taken for the answer to what was said last.
bool may_be_misheard(const Trial& trial, const Tried& tried) {
  return std::ranges::any_of(trial.acts, [&](const Act& act) {
    using enum Fault::Kind;
    const auto kind = act.fault.kind;
    const bool misleads = act.fault.way == Fault::Way::to_modem || kind == delay || kind == split ||
                          kind == stall || kind == late_result || kind == duplicate ||
                          kind == previous_result || kind == echo_storm;
    return misleads && act.first <= tried.end;
  });
}

std::optional<std::string> broken_attempt(const Situation& situation, const Trial& trial, std::size_t index) {
  const Tried& tried = trial.attempts[index];
  if (auto what = broken_end(situation, tried)) return what;
  if (tried.dial_lines > situation.dials_max)
    return std::to_string(tried.dial_lines) + " dials, and the cap is " + std::to_string(situation.dials_max);
  if (tried.peak_bytes > attempt_bytes_max) return std::to_string(tried.peak_bytes) + " bytes of memory";
  if (!tried.outcome->word.empty() && !says(tried.heard, tried.outcome->word))
    return "nobody said its word in this attempt: " + tried.outcome->word;
  if (!tried.dtr && tried.outcome->evidence.ending != Ending::port_failed) return "DTR was left low";
  // DCD is not misheard.
  const bool told_by_dcd = situation.lines;
  if (tried.outcome->evidence.hang_up_proven && tried.talking &&
      (told_by_dcd || !may_be_misheard(trial, tried)))
    return "the hang-up is proven, and the call is not over";
  return broken_class(situation, trial, index);
}

} // namespace

bool is_decidable(const Situation& situation, const Trial& trial, std::size_t attempt) {
  const Tried& tried = trial.attempts[attempt];
  // Such a modem does not obey the set-up behind a failed dial: what it is set to is what a fault left.
  const bool lied_to = attempt > 0 && situation.has_habit("first_ok_after_failure_lies");
  if (lied_to && !trial.acts.empty()) return false;
  const Time end = window_end(tried);
  unsigned owed = 0;
  for (const Act& act : trial.acts) {
    if (came_late_and_is_owed(act, tried, attempt)) {
      ++owed;
      continue;
    }
    const bool late = act.fault.kind == Fault::Kind::late_result;
    if (late && act.first < tried.start && act.last + act.fault.length >= tried.start) return false;
    // What is damaged on its way to a modem may leave half a command line in it.
    const bool half_line = attempt > 0 && act.fault.way == Fault::Way::to_modem && act.first <= end &&
                           act.last >= trial.attempts[attempt - 1].start;
    if (half_line && !is_harmless(act)) return false;
    const bool inside = act.first <= end && act.last >= tried.start;
    if (inside && !is_harmless(act) && !must_be_set_aside(act, tried)) return false;
  }
  // The result that an attempt left behind is all that may reach this one.
  const bool after_late_result =
      owed == 1 && attempt > 0 && !answers_at_once(situation.calls[attempt].kind) &&
      trial.attempts[attempt - 1].outcome && trial.attempts[attempt - 1].outcome->evidence.finals_owed == 1 &&
      trial.attempts[attempt - 1].outcome->evidence.hang_up_proven;
  return (tried.clean_entry && owed == 0) || after_late_result;
}

std::optional<std::string> broken(const Situation& situation, const Trial& trial) {
  for (std::size_t i = 0; i < trial.attempts.size(); ++i) {
    if (auto what = broken_attempt(situation, trial, i))
      return "attempt " + std::to_string(i + 1) + ": " + *what;
  }
  return std::nullopt;
}

} // namespace dialbench::proof
