// The steps of a script: what each begins, and what follows when it is done.
#include "harness/session/machine.hpp"

#include "at/dial_string.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/evidence/mapping.hpp"
#include "harness/session/pause_run.hpp"

#include <utility>

namespace dialbench::session {
namespace {

using evidence::Ending;
using evidence::Note;
using script::Step;
using script::StepKind;

// timing.md, sections 1 and 7: a set-up command 5 s, a reset up to 30 s.
constexpr Duration command_timeout = std::chrono::seconds(5);
constexpr Duration reset_timeout = std::chrono::seconds(30);
constexpr Duration expect_timeout = std::chrono::seconds(10);

std::string where(const script::Script& script, const Step& step) {
  return script.file + ':' + std::to_string(step.place.line) + ':' + std::to_string(step.place.column);
}

std::string without_return(std::string_view text) {
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
  return std::string(text);
}

// T5551234 -> 5551234: how it is dialled is no part of the number.
std::string_view without_tone(std::string_view dial) {
  const bool tone = !dial.empty() && (dial.front() == 'T' || dial.front() == 'P' || dial.front() == 't' ||
                                      dial.front() == 'p');
  return tone ? dial.substr(1) : dial;
}

} // namespace

void Session::Machine::begin_step() {
  const Step& now = step();
  switch (now.kind) {
  case StepKind::send: return begin_send(now);
  case StepKind::dial: return begin_dial(now);
  case StepKind::raw: return begin_raw(now.text.bytes, now.pieces, now.text.secret, &Machine::raw_sent);
  case StepKind::chat_expect: sub_ = 0; return begin_chat_expect(now, now.patterns);
  case StepKind::chat_setting: return apply_setting(now);
  case StepKind::expect: {
    ExpectRun::What what;
    what.patterns = now.patterns;
    what.timeout = now.timeout.value_or(expect_timeout);
    return begin_expect(std::move(what), &Machine::expected);
  }
  case StepKind::wait:
  case StepKind::pause: {
    const auto until = now.kind == StepKind::wait ? PauseRun::Until::silence : PauseRun::Until::time;
    return begin(std::make_unique<PauseRun>(context, listener_, now.duration, until), &Machine::next);
  }
  case StepKind::hold:
    if (!context.online || now.duration == Duration{}) return next();
    return begin(std::make_unique<HoldRun>(context, listener_, now.duration), &Machine::held);
  case StepKind::hangup: {
    if (context.evidence.hung_up) return next();
    const auto from = context.online ? HangUpRun::From::data : HangUpRun::From::command;
    return begin(std::make_unique<HangUpRun>(context, listener_, from), &Machine::hung_up);
  }
  case StepKind::lines: {
    PortRequest request;
    request.kind = PortRequest::Kind::set_lines;
    request.dtr = now.dtr;
    request.rts = now.rts;
    context.request(request);
    return next();
  }
  case StepKind::say:
    context.note(Note::Kind::script, now.text.secret ? "****" : now.text.bytes);
    return next();
  }
}

// --- send
// --------------------------------------------------------------------------------------------------------

void Session::Machine::next() {
  ++step_;
  expect_until_.reset();
}

// A command that answers or returns to a call takes as long as the modems need to agree.
Duration Session::Machine::usual_timeout(std::string_view command) const {
  const CommandSettings settings = settings_in(command);
  if (settings.answers_or_returns) return context.s7_or_assumed() + command_timeout;
  return settings.reset ? reset_timeout : command_timeout;
}

void Session::Machine::begin_send(const Step& now) {
  const std::string text = without_return(now.text.bytes);
  if (!context.online && dials(text)) return begin_dial(now);
  if (context.online) {
    // In a call the far end is spoken to: bytes go out as they are, with a CR, and no result code follows.
    std::vector<Step::Piece> pieces(1);
    pieces.front().bytes = text + '\r';
    return begin(std::make_unique<RawRun>(context, std::move(pieces), now.text.secret), &Machine::raw_sent);
  }
  CommandRun::What what;
  what.text = text;
  last_command_ = text;
  what.secret = now.text.secret;
  what.timeout = now.timeout.value_or(usual_timeout(text));
  what.tries = now.tries;
  begin(std::make_unique<CommandRun>(context, listener_, std::move(what)), &Machine::sent_command);
}

void Session::Machine::sent_command() {
  const auto& run = as<CommandRun>();
  auto& evidence = context.evidence;
  switch (run.end()) {
  case CommandRun::End::stalled: return fail(Ending::write_stalled);
  case CommandRun::End::overflow: return fail(Ending::overflowed);
  case CommandRun::End::silence: return silent_command();
  case CommandRun::End::none:
  case CommandRun::End::final: break;
  }
  const evidence::Saying& final = run.final();
  const std::string shown = step().text.secret ? "****" : run.text();
  std::string text = shown + ": " + final.text + '.';
  if (evidence.s7_read && asks_register(run.text(), 7)) {
    text = shown + ": S7 reads " + std::to_string(evidence.s7->count()) + " s.";
  }
  context.note(Note::Kind::setup, std::move(text));
  if (run.connected()) {
    at::add_line(evidence.link, final.text);
    context.went_online(final);
    evidence.ending = Ending::final_result;
  }
  if (branch(step(), {.meaning = final.meaning, .outcome = {}, .text = final.text})) return;
  const bool good = final.meaning == at::Meaning::ok || run.connected();
  if (good || step().optional) return next();
  evidence.result = final;
  evidence.failed_command = shown;
  fail(Ending::final_result);
}

void Session::Machine::silent_command() {
  if (branch(step(), {.meaning = {}, .outcome = {}, .timeout = true, .text = {}})) return;
  if (step().optional) return next();
  const std::string silent = context.hidden(as<CommandRun>().text());
  if (roused_ || script_.chat) {
    context.evidence.failed_command = silent;
    return fail(Ending::no_reply);
  }
  // A modem that was left in data mode hears AT as data: CR, AT, then DTR or the escape sequence bring it
  // back.
  roused_ = true;
  context.note(Note::Kind::setup, "no reply to " + silent + "; trying to wake the modem");
  begin(std::make_unique<AbortRun>(context, listener_), &Machine::roused);
}

void Session::Machine::roused() {
  if (as<AbortRun>().found() == evidence::AfterTimer::at_dead) {
    context.evidence.failed_command = context.hidden(step().text.bytes);
    return fail(Ending::no_reply);
  }
  context.evidence.echo_only = context.evidence.garbage = false;
  // It is awake: the step is run again, from its start.
}

// --- dial
// --------------------------------------------------------------------------------------------------------

// Whether a command line dials; A/ does when the line that it repeats did.
bool Session::Machine::dials(std::string_view line) const {
  const bool repeats = line == "A/" || line == "a/";
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
void Session::Machine::begin_attempt(std::string_view number) {
  auto& old = context.evidence;
  evidence::Evidence fresh;
  fresh.epoch = old.epoch + 1;
  fresh.number = number;
  fresh.s7 = old.s7;
  fresh.s7_read = old.s7_read;
  fresh.x_level = old.x_level;
  fresh.numeric = old.numeric;
  fresh.identification = std::move(old.identification);
  fresh.dialect = std::move(old.dialect);
  fresh.port_name = std::move(old.port_name);
  fresh.emulated = old.emulated;
  fresh.uart = old.uart;
  fresh.lines_at_end = old.lines_at_end;
  fresh.commands = std::move(old.commands);
  fresh.notes = std::move(old.notes);
  fresh.stale = std::move(old.stale);
  fresh.unsolicited = std::move(old.unsolicited);
  fresh.reports = std::move(old.reports);
  fresh.dropped = old.dropped;
  old = std::move(fresh);
}

// The command line of a step that dials: a dial step names the dial string, a send step the whole line.
std::string Session::Machine::dial_command(const Step& now) const {
  const std::string text = without_return(now.text.bytes);
  std::string command = now.kind == StepKind::dial ? "ATD" + text : text;
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
  if (now.text.secret) context.remember_secret(without_tone(at::dial_part(last_command_)));
  begin_attempt(context.hidden(std::string(without_tone(at::dial_part(last_command_)))));
  if (!needs_sync_) return dial_now();
  // The command after a failed dial may be swallowed, and its OK is none: ask AT first.
  needs_sync_ = false;
  CommandRun::What what;
  what.text = "AT";
  begin(std::make_unique<CommandRun>(context, listener_, std::move(what)), &Machine::dial_now);
}

void Session::Machine::dial_now() {
  const Step& now = step();
  DialRun::What what;
  what.command = dial_command(now);
  what.stay_in_command_mode = what.command.ends_with(';');
  what.secret = now.text.secret;
  what.timeout = now.timeout ? now.timeout : context.options.dial_timeout;
  begin(std::make_unique<DialRun>(context, listener_, std::move(what)), &Machine::dialled);
}

void Session::Machine::dialled() {
  const auto& evidence = context.evidence;
  needs_sync_ = !evidence.connected;
  Came came{
      .meaning = {}, .outcome = outcome_now(), .timeout = evidence.ending == Ending::own_timer, .text = {}};
  if (evidence.result) {
    came.meaning = evidence.result->meaning;
    came.text = evidence.result->text;
  }
  if (branch(step(), came)) return;
  if (evidence::succeeded(outcome_now())) return next();
  conclude();
}

void Session::Machine::held() {
  if (!as<HoldRun>().lost()) return next();
  connection_lost();
}

// An expect that saw NO CARRIER among the data asks the modem; where it does not answer, it was data, and the
// step goes on.
bool Session::Machine::carrier_in_doubt(const ExpectRun& run) {
  if (run.end() != ExpectRun::End::suspect) return false;
  begin(std::make_unique<HoldRun>(context, listener_, HoldRun::Suspicion{}), &Machine::asked_for_carrier);
  return true;
}

void Session::Machine::asked_for_carrier() {
  if (as<HoldRun>().lost()) connection_lost();
}

void Session::Machine::connection_lost() {
  auto& evidence = context.evidence;
  evidence.lost_after_connect = true;
  evidence.ended = context.now;
  context.went_offline(true);
  evidence.hang_up_proven = true;
  context.note(Note::Kind::result, "the connection was lost");
  if (step_ >= script_.steps.size()) return conclude();
  if (branch(step(), {.meaning = at::Meaning::no_carrier, .outcome = outcome_now(), .text = {}})) return;
  conclude();
}

void Session::Machine::expected() {
  const auto& run = as<ExpectRun>();
  if (run.end() == ExpectRun::End::overflow) return fail(Ending::overflowed);
  if (carrier_in_doubt(run)) return;
  Came came{
      .meaning = {}, .outcome = {}, .timeout = run.end() == ExpectRun::End::timeout, .text = run.word()};
  if (const auto* pattern = run.matched();
      pattern != nullptr && pattern->kind == script::Pattern::Kind::meaning) {
    came.meaning = pattern->meaning;
  }
  if (branch(step(), came)) return;
  if (run.end() == ExpectRun::End::verdict) return fail(Ending::final_result);
  if (context.online && context.evidence.ending == Ending::none)
    context.evidence.ending = Ending::final_result;
  if (run.end() == ExpectRun::End::matched) return next();
  fail(Ending::script_unmet, where(script_, step()) + ": nothing that was expected here came in " +
                                 evidence::shown(step().timeout.value_or(expect_timeout)));
}

// --- branches
// ----------------------------------------------------------------------------------------------------

bool Session::Machine::branch(const Step& now, const Came& came) {
  using Kind = script::Pattern::Kind;
  const auto fits = [&](const script::Branch& branch) {
    switch (branch.when.kind) {
    case Kind::meaning: return came.meaning == branch.when.meaning;
    case Kind::outcome: return came.outcome == branch.when.outcome;
    case Kind::timeout: return came.timeout;
    case Kind::line:
    case Kind::substring: return !came.text.empty() && came.text == branch.when.text;
    case Kind::any: return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < now.on.size(); ++i) {
    if (!fits(now.on[i])) continue;
    unsigned& taken = taken_[step_][i];
    if (now.on[i].times != 0 && taken >= now.on[i].times) continue;
    ++taken;
    return jump(now.on[i]);
  }
  return false;
}

bool Session::Machine::jump(const script::Branch& branch) {
  if (++jumps_ > script::jumps_max) {
    fail(Ending::script_fault, where(script_, step()) + ": the script jumps in a circle; " +
                                   std::to_string(script::jumps_max) + " jumps are the limit");
    return true;
  }
  if (branch.target == "fail") {
    auto& evidence = context.evidence;
    if (evidence.ending == Ending::none || evidence.ending == Ending::completed) {
      fail(Ending::script_unmet, where(script_, step()) + ": the script gave up here");
    } else {
      conclude();
    }
    return true;
  }
  expect_until_.reset();
  if (branch.target == "end") {
    step_ = script_.steps.size();
  } else if (branch.target == "next") {
    next();
  } else {
    const auto target = std::ranges::find(script_.steps, branch.target, &Step::label);
    step_ = static_cast<std::size_t>(target - script_.steps.begin());
  }
  if (branch.after > Duration{}) {
    // The pause belongs to the jump: what follows it begins when it is over.
    begin(std::make_unique<PauseRun>(context, listener_, branch.after, PauseRun::Until::time),
          &Machine::paused);
  }
  return true;
}

} // namespace dialbench::session
