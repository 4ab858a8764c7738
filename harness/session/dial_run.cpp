#include "harness/session/dial_run.hpp"

#include "harness/evidence/duration.hpp"

#include <cctype>
#include <utility>

namespace dialbench::session {
namespace {

using evidence::Ending;

constexpr Duration margin = std::chrono::seconds(2); // the modem should speak first (timing.md, section 2)
// No exchange rings this often: S7 ends at 255 s and the fastest ring cycle is 3 s (timing.md, section 3).
constexpr unsigned ringing_max = 200;

bool has_letter_or_digit(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isalnum(c) != 0 && c < 0x80; });
}

} // namespace

DialRun::DialRun(Context& context, Listener& listener, What&& what)
    : context_(context)
    , listener_(listener)
    , what_(std::move(what))
    , dial_(at::dial_part(what_.command)) {}

void DialRun::say() {
  state_ = State::sending;
  auto& evidence = context_.evidence;
  if (what_.secret) context_.remember_secret(what_.command);
  evidence.dial_command = context_.hidden(what_.command);
  const CommandSettings settings = settings_in(what_.command);
  context_.learn(what_.command, settings);
  taken_before_ = context_.taken_total();
  listener_.command_sent(what_.command, settings);
  context_.begin_command(what_.secret ? masked : what_.command);
  context_.dialled_now();
  context_.send_line(what_.command, what_.secret);
}

void DialRun::set_deadline() {
  auto& evidence = context_.evidence;
  evidence.dial_time = at::dial_time(dial_);
  const Duration rule = Duration(at::dial_time_max(dial_)) + context_.s7_or_assumed() + margin;
  const Duration given = what_.timeout.value_or(rule);
  deadline_ = context_.now + given;
  evidence.deadline = deadline_;
  evidence.deadline_given = given < rule;
}

std::size_t DialRun::receive(std::string_view bytes) {
  if (state_ == State::aborting) return abort_->receive(bytes);
  reply_bytes_ += bytes.size();
  const std::size_t used = listener_.receive(bytes, [this](const Heard& heard) { return hear(heard); });
  if (!done() && reply_bytes_ > reply_bytes_max) finish(Ending::overflowed);
  return used;
}

void DialRun::tick() {
  if (done()) return;
  if (state_ == State::aborting) {
    abort_->tick();
    if (abort_->done()) aborted();
    return;
  }
  listener_.tick([this](const Heard& heard) { return hear(heard); });
  if (done()) return;
  if (state_ == State::gap && context_.now >= context_.ready_at()) say();
  if (state_ == State::sending && context_.taken_total() > taken_before_ && !context_.evidence.dialled) {
    context_.evidence.dialled = true;
    context_.evidence.dial_sent = context_.now;
  }
  if (state_ == State::sending && context_.all_taken()) {
    state_ = State::listening;
    set_deadline();
    const std::string_view shown = what_.secret ? masked : what_.command;
    const std::string after = evidence::shown(context_.evidence.dial_time);
    context_.note_parts(evidence::Note::Kind::dial,
                        {shown, ". The last digit is out after about ", after, "."});
  }
  if (const auto stalled = context_.stall_deadline(); stalled && context_.now >= *stalled) {
    return finish(Ending::write_stalled);
  }
  if (state_ == State::listening && context_.now >= deadline_) time_is_up();
}

std::optional<Time> DialRun::deadline() const {
  if (done()) return context_.now;
  if (state_ == State::aborting) return abort_->deadline();
  if (state_ == State::gap) return earlier(context_.ready_at(), listener_.deadline());
  auto at = earlier(context_.stall_deadline(), listener_.deadline());
  if (state_ == State::listening) at = earlier(at, deadline_);
  return at;
}

at::Next DialRun::hear(const Heard& heard) {
  if (done()) return at::Next::stop;
  if (heard.overflow) {
    finish(Ending::overflowed);
    return at::Next::stop;
  }
  if (heard.echo) {
    context_.echo_on = true;
    return at::Next::go_on;
  }
  switch (heard.result.role) {
  case at::Role::final: return hear_final(heard);
  case at::Role::unsolicited:
    if (heard.result.meaning == at::Meaning::ring && state_ == State::listening)
      ++context_.evidence.incoming_rings;
    context_.keep(context_.evidence.unsolicited, saying(heard, context_.now));
    return at::Next::go_on;
  case at::Role::intermediate:
    if (heard.result.meaning == at::Meaning::ringing) count_ringing();
    at::add_result(context_.evidence.link, heard.result);
    if (heard.result.meaning != at::Meaning::ringing) {
      context_.keep(context_.evidence.commands.back().reply, saying(heard, context_.now));
    }
    return at::Next::go_on;
  case at::Role::information: hear_text(heard); return at::Next::go_on;
  }
  return at::Next::go_on;
}

void DialRun::hear_text(const Heard& heard) {
  if (heard.result.meaning == at::Meaning::diagnostics) return;
  if (state_ != State::listening || heard.result.word.empty() || heard.result.word == what_.command) return;
  // A byte or two of line noise are no text that a modem said.
  if (heard.result.damage == at::Damage::rate || !has_letter_or_digit(heard.result.word)) {
    context_.evidence.garbage = true;
    return;
  }
  auto& evidence = context_.evidence;
  context_.keep(belongs_to_earlier_call() ? evidence.unsolicited : evidence.unknown,
                saying(heard, context_.now));
}

void DialRun::count_ringing() {
  auto& evidence = context_.evidence;
  ++evidence.ringing;
  if (!evidence.first_ringing) evidence.first_ringing = context_.now;
  evidence.last_ringing = context_.now;
  if (evidence.ringing > ringing_max) finish(Ending::looped);
}

// What comes sooner than the digits can be out, while an earlier attempt owes its result.
bool DialRun::belongs_to_earlier_call() const noexcept {
  if (context_.options.finals_owed == 0) return false;
  if (state_ != State::listening) return true;
  const Duration digits = at::digits_time(dial_);
  return context_.now < *context_.evidence.dial_sent + digits;
}

at::Next DialRun::hear_final(const Heard& heard) {
  auto& evidence = context_.evidence;
  const evidence::Saying final = saying(heard, context_.now);
  const bool before_dial = state_ == State::gap || state_ == State::sending;
  const bool error = heard.result.meaning == at::Meaning::command_error;
  if (before_dial || (belongs_to_earlier_call() && !error)) {
    context_.set_aside(final);
    return at::Next::go_on;
  }
  if (heard.result.meaning == at::Meaning::ok && !what_.stay_in_command_mode) {
    // Dialling goes on: an OK here belongs to something else, or the modem swallowed the command (facts:
    // quirk 7).
    // One that a repeated command is owed is known for that.
    const bool owed = context_.oks_owed > 0;
    if (owed) --context_.oks_owed;
    context_.keep(owed ? evidence.unsolicited : evidence.unknown, final);
    return at::Next::go_on;
  }
  evidence.result = final;
  if (!evidence.commands.empty()) {
    context_.keep(evidence.commands.back().reply, final);
    evidence.commands.back().ended = context_.now;
  }
  evidence.numeric = listener_.numeric();
  evidence.dial_failed_command = error;
  if (error) evidence.failed_command = evidence.dial_command;
  if (heard.result.meaning == at::Meaning::connect) {
    at::add_result(evidence.link, heard.result);
    context_.went_online(final);
  } else {
    evidence.hung_up = heard.result.meaning != at::Meaning::ok;
    context_.final_seen();
  }
  finish(Ending::final_result);
  return evidence.connected ? at::Next::stop : at::Next::go_on;
}

void DialRun::finish(Ending ending) {
  context_.oks_owed = 0;
  state_ = State::done;
  context_.evidence.ending = ending;
  context_.evidence.ended = context_.now;
  if (context_.evidence.result) {
    context_.note(evidence::Note::Kind::result, context_.evidence.result->text);
  }
}

void DialRun::time_is_up() {
  listener_.flush_what_came([this](const Heard& heard) { return hear(heard); });
  if (done()) return;
  context_.note(evidence::Note::Kind::waiting,
                "no result in time; the dial is aborted, and the modem asked whether it is there");
  state_ = State::aborting;
  abort_ = std::make_unique<AbortRun>(context_, listener_);
}

void DialRun::aborted() { finish(abort_->conclude_dial()); }

void DialRun::answered(RequestId id, const PortAnswer& answer) {
  if (abort_) abort_->answered(id, answer);
}

void DialRun::lines_changed(const evidence::ModemLines& lines) {
  if (abort_) abort_->lines_changed(lines);
}

std::optional<Session::Waiting> DialRun::waiting() const {
  if (state_ == State::aborting) return abort_->waiting();
  if (state_ != State::listening) return std::nullopt;
  const std::string until =
      context_.evidence.deadline_given ? "the given deadline" : "S7 and a margin are over";
  return Session::Waiting{.what = "result of " + (what_.secret ? std::string("the dial") : what_.command),
                          .until = deadline_,
                          .until_what = until};
}

} // namespace dialbench::session
