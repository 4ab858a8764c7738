// Steps that dial: what may be dialled, the attempt's own evidence, what comes of it, and how a connection is
// lost.
#include "harness/session/machine.hpp"

#include "at/dial_string.hpp"
#include "harness/evidence/mapping.hpp"
#include "harness/session/dial_text.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::session {
namespace {

using evidence::Ending;
using evidence::Note;
using script::Step;
using script::StepKind;

} // namespace

// Whether a command line dials; A/ does when the line that it repeats did.
bool Session::Machine::dials(std::string_view line) const {
  const bool repeats = line == "A/" || line == "a/";
  const bool may_dial = std::ranges::any_of(line, [](char c) { return c == 'D' || c == 'd'; });
  if (!repeats && !may_dial) return false;
  return !at::dial_part(repeats ? std::string_view(last_command_) : line).empty();
}

bool Session::Machine::may_dial(const std::optional<script::NumberRefusal>& refusal) {
  if (refusal) {
    using evidence::OutcomeClass;
    using evidence::Refusal;
    const auto why = refusal->outcome == OutcomeClass::refused_emergency ? Refusal::emergency
                     : refusal->outcome == OutcomeClass::number_too_long ? Refusal::too_long
                                                                         : Refusal::malformed;
    refuse(why, refusal->text);
    return false;
  }
  if (dials_ >= context.options.dials_max) {
    refuse(evidence::Refusal::redial,
           "This run has dialled " + std::to_string(dials_) + " times, which is its limit.");
    return false;
  }
  ++dials_;
  return true;
}

void Session::Machine::refuse(evidence::Refusal refusal, std::string text) {
  context.evidence.refusal = refusal;
  fail(Ending::refused, std::move(text));
}

// A new epoch: what an earlier dial of this session left is its own; what is known of the modem stays.
void Session::Machine::begin_attempt(std::string number) {
  auto& evidence = context.evidence;
  static_cast<evidence::DialFacts&>(evidence) = {};
  ++evidence.epoch;
  evidence.number = std::move(number);
}

// The command line of a step that dials: a dial step names the dial string, a send step the whole line.
std::string Session::Machine::dial_command(const Step& now) const {
  std::string command = now.kind == StepKind::dial ? "ATD" : "";
  command += without_return(now.text.bytes);
  if (command == "A/" || command == "a/") command = last_command_;
  if (now.stay_in_command_mode && !command.ends_with(';')) command += ';';
  return command;
}

// A call that is still up is hung up before another one is made.
void Session::Machine::line_free() { begin_dial(step()); }

void Session::Machine::begin_dial(const Step& now) {
  if (context.online) {
    return begin(std::make_unique<HangUpRun>(context, listener_, HangUpRun::From::data), &Machine::line_free);
  }
  std::optional<script::NumberRefusal> refusal;
  if (now.kind == StepKind::dial) {
    const auto checked = script::check_dial(without_return(now.text.bytes), context.options.rules);
    if (!checked) refusal = checked.error();
  } else if (const auto sent = script::check_sent(dial_command(now), context.options.rules)) {
    refusal = sent->refusal;
  }
  if (!may_dial(refusal)) return;
  last_command_ = dial_command(now);
  const std::string_view number = without_tone(at::dial_part(last_command_));
  if (now.text.secret) context.remember_secret(number);
  begin_attempt(context.hidden(number));
  if (!needs_sync_) return dial_now();
  // The command after a failed dial may be swallowed, and its OK is none: ask AT first.
  needs_sync_ = false;
  begin(std::make_unique<CommandRun>(context, listener_, CommandRun::What("AT")), &Machine::dial_now);
}

void Session::Machine::dial_now() {
  const Step& now = step();
  DialRun::What what(last_command_);
  what.stay_in_command_mode = what.command.ends_with(';');
  what.secret = now.text.secret;
  what.timeout = now.timeout ? now.timeout : context.options.dial_timeout;
  begin(std::make_unique<DialRun>(context, listener_, std::move(what)), &Machine::dialled);
}

void Session::Machine::dialled() {
  const auto& evidence = context.evidence;
  needs_sync_ = !evidence.connected;
  const auto outcome = outcome_now();
  Came came{.meaning = {}, .outcome = outcome, .timeout = evidence.ending == Ending::own_timer, .text = {}};
  if (evidence.result) {
    came.meaning = evidence.result->meaning;
    came.text = evidence.result->text;
  }
  if (branch(step(), came)) return;
  if (evidence::succeeded(outcome)) return next();
  conclude();
}

void Session::Machine::held() {
  const auto& run = as<HoldRun>();
  if (!run.lost()) return next();
  connection_lost(run.lost_at());
}

// An expect that saw NO CARRIER among the data asks the modem; where it does not answer, it was data, and the
// step goes on.
bool Session::Machine::carrier_in_doubt(const ExpectRun& run) {
  if (run.end() != ExpectRun::End::suspect) return false;
  begin(std::make_unique<HoldRun>(context, listener_, HoldRun::Suspicion{run.suspected_at()}),
        &Machine::asked_for_carrier);
  return true;
}

void Session::Machine::asked_for_carrier() {
  const auto& run = as<HoldRun>();
  if (run.lost()) connection_lost(run.lost_at());
}

// Nothing: DCD fell at this moment, and no word came.
void Session::Machine::connection_lost(std::optional<Time> word_came_at) {
  auto& evidence = context.evidence;
  evidence.lost_after_connect = true;
  evidence.ended = word_came_at.value_or(context.now);
  context.went_offline(true);
  evidence.hang_up_proven = true;
  context.note_at(*evidence.ended, Note::Kind::result,
                  word_came_at ? "NO CARRIER: the connection was lost" : "DCD fell: the connection was lost");
  if (step_ >= script_->steps.size()) return conclude();
  if (branch(step(), {.meaning = at::Meaning::no_carrier, .outcome = outcome_now(), .text = {}})) return;
  conclude();
}

} // namespace dialbench::session
