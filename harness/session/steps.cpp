// The steps of a script: what each begins, and what follows when it is done.
#include "harness/session/machine.hpp"

#include "at/dial_string.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/evidence/mapping.hpp"
#include "harness/session/dial_text.hpp"
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

} // namespace

void Session::Machine::begin_step() {
  const Step& now = step();
  if (!expect_until_) context.evidence.came_while_expecting.reset();
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
    context.note(Note::Kind::script, now.text.secret ? masked : now.text.bytes);
    return next();
  }
}

// send

void Session::Machine::next() {
  ++step_;
  expect_until_.reset();
}

// A command that answers or returns to a call takes as long as the modems need to agree.
Duration Session::Machine::usual_timeout(const CommandSettings& settings) const {
  if (settings.answers_or_returns) return context.s7_or_assumed() + command_timeout;
  return settings.reset ? reset_timeout : command_timeout;
}

void Session::Machine::begin_send(const Step& now) {
  const std::string_view text = without_return(now.text.bytes);
  if (!context.online && dials(text)) return begin_dial(now);
  if (context.online) {
    // In a call the far end is spoken to: bytes go out as they are, with a CR, and no result code follows.
    std::vector<Step::Piece> pieces(1);
    pieces.front().bytes = std::string(text) + '\r';
    return begin(std::make_unique<RawRun>(context, std::move(pieces), now.text.secret), &Machine::raw_sent);
  }
  last_command_ = text;
  CommandRun::What what{std::string(text)};
  what.secret = now.text.secret;
  what.timeout = now.timeout.value_or(usual_timeout(what.settings));
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
  const std::string_view shown = step().text.secret ? masked : run.text();
  if (evidence.s7_read && asks_register(run.text(), 7)) {
    const std::string seconds = std::to_string(evidence.s7->count());
    context.note_parts(Note::Kind::setup, {shown, ": S7 reads ", seconds, " s."});
  } else {
    context.note_parts(Note::Kind::setup, {shown, ": ", final.text, "."});
  }
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
  if (roused_ || script_->chat) {
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
  fail(Ending::script_unmet, unmet());
}

// branches

bool Session::Machine::branch(const Step& now, const Came& came) {
  using Kind = script::Pattern::Kind;
  const auto fits = [&](const script::Branch& way) {
    switch (way.when.kind) {
    case Kind::meaning: return came.meaning == way.when.meaning;
    case Kind::outcome: return came.outcome == way.when.outcome;
    case Kind::timeout: return came.timeout;
    case Kind::line:
    case Kind::substring: return !came.text.empty() && came.text == way.when.text;
    case Kind::any: return true;
    }
    return false;
  };
  for (const script::Branch& branch : now.on) {
    if (!fits(branch)) continue;
    unsigned& taken = taken_[&branch];
    if (branch.times != 0 && taken >= branch.times) continue;
    ++taken;
    return jump(branch);
  }
  return false;
}

bool Session::Machine::jump(const script::Branch& branch) {
  if (++jumps_ > script::jumps_max) {
    fail(Ending::script_fault, where(*script_, step()) + ": the script jumps in a circle; " +
                                   std::to_string(script::jumps_max) + " jumps are the limit");
    return true;
  }
  if (branch.target == "fail") {
    give_up(branch);
    return true;
  }
  expect_until_.reset();
  if (branch.target == "end") {
    step_ = script_->steps.size();
  } else if (branch.target == "next") {
    next();
  } else {
    const auto target = std::ranges::find(script_->steps, branch.target, &Step::label);
    step_ = static_cast<std::size_t>(target - script_->steps.begin());
  }
  if (branch.after > Duration{}) {
    // The pause belongs to the jump: what follows it begins when it is over.
    begin(std::make_unique<PauseRun>(context, listener_, branch.after, PauseRun::Until::time),
          &Machine::paused);
  }
  return true;
}

// A verdict that is a failure already says more than that the script gave up; a success does not stand.
void Session::Machine::give_up(const script::Branch& branch) {
  const auto ending = context.evidence.ending;
  const bool nothing_stands = ending == Ending::none || ending == Ending::completed;
  if (!nothing_stands && !evidence::succeeded(outcome_now())) return conclude();
  const bool expected = branch.when.kind == script::Pattern::Kind::timeout && step().kind == StepKind::expect;
  fail(Ending::script_unmet, expected ? unmet() : where(*script_, step()) + ": the script gave up here");
}

// Of an expect whose time is over.
std::string Session::Machine::unmet() const {
  return where(*script_, step()) + ": nothing that was expected here came in " +
         evidence::shown(step().timeout.value_or(expect_timeout));
}

} // namespace dialbench::session
