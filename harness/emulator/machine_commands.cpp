#include "harness/emulator/command.hpp"
#include "harness/emulator/machine.hpp"
#include "harness/emulator/words.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

bool contains(const std::vector<std::string>& lines, const std::string& line) {
  return std::ranges::find(lines, line) != lines.end();
}

} // namespace

void Modem::Machine::line_typed(Typed typed) {
  if (typed == Typed::line) last_line_ = normalised(editor_.body());
  if (habits_.echo_only) return;
  if (swallowed_ < habits_.swallows_lines) {
    ++swallowed_;
    return;
  }
  const bool slow = !habits_.slow_command.empty() && last_line_ == habits_.slow_command;
  reply_due_ = now_ + habits_.result_delay + (slow ? habits_.slow_reply : Duration{});
  if (typed == Typed::overlong) return finish(Reply::error);
  obey(last_line_);
}

void Modem::Machine::obey(const std::string& body) {
  if (habits_.first_ok_after_failure_lies && lies_next_) {
    lies_next_ = false;
    return finish(Reply::ok);
  }
  lies_next_ = false;
  if (contains(habits_.refuses, body)) return finish(Reply::error);
  const Reply reply = run_command_line(body, profiles_, habits_, *this);
  if (contains(habits_.unanswered, body))
    release_echo(reply_due_);
  else
    finish(reply);
}

void Modem::Machine::finish(Reply reply) {
  switch (reply) {
  case Reply::none: return;
  case Reply::error: return say_final(words::error, reply_due_);
  case Reply::hung_up: return say_hung_up();
  case Reply::ok: break;
  }
  say_final(words::ok, reply_due_);
  if (habits_.final_twice) say_final(words::ok, reply_due_);
}

void Modem::Machine::say_hung_up() {
  const Time second = reply_due_ + habits_.reply_gap;
  using enum Habits::HangUpReply;
  const auto form = habits_.hang_up_reply;
  if (form == error) return say_final(words::error, reply_due_);
  if (form == ok_twice) {
    say_final(words::ok, reply_due_);
    return say_final(words::ok, reply_due_);
  }
  if (form == ok || !hung_up_a_call_) return finish(Reply::ok);
  say_final(form == ok_then_no_carrier ? words::ok : words::no_carrier, reply_due_);
  if (form == ok_then_no_carrier) say_final(words::no_carrier, second);
  if (form == no_carrier_then_ok) say_final(words::ok, second);
}

Reply Modem::Machine::dial(std::string_view dial) {
  if (state_ == State::escaped) return Reply::error;
  ++dials_;
  DialString string = understand(dial);
  number_ += string.digits;
  string.digits = number_;
  far_ = &exchange_.at(number_);
  if (habits_.false_connect)
    begin_call({{string.time + far_->after, CallEvent::Kind::connect, {}, 0}});
  else
    begin_call(plan_call(string, *far_, call_rules()));
  return Reply::none;
}

Reply Modem::Machine::answer() {
  if (state_ == State::escaped) return Reply::error;
  static const Far nobody = [] {
    Far far;
    far.kind = Far::Kind::silent;
    return far;
  }();
  far_ = bell_.caller_waits() ? &caller_ : &nobody;
  std::vector<CallEvent> events = plan_answer(*far_, call_rules());
  if (habits_.answer_drops && bell_.caller_waits()) {
    constexpr Duration drop = std::chrono::milliseconds(2);
    const Duration at = events.front().at;
    events = {{at, CallEvent::Kind::connect, {}, 0}, {at + drop, CallEvent::Kind::lost, {}, 0}};
  }
  begin_call(std::move(events));
  return Reply::none;
}

Reply Modem::Machine::go_online() {
  if (state_ == State::escaped) {
    state_ = State::online;
    escape_.start(now_);
    if (habits_.carrier_on_return)
      say_progress("CARRIER " + std::to_string(far_->rate), reply_due_);
    else
      say_final(connect_text(), reply_due_);
    return Reply::none;
  }
  using enum Habits::ReturnReply;
  switch (habits_.return_reply) {
  case ok: return Reply::ok;
  case error: return Reply::error;
  case connect_then_ok: say_final(words::connect, reply_due_); return Reply::ok;
  case no_carrier: break;
  }
  say_final(words::no_carrier, reply_due_);
  return Reply::none;
}

Reply Modem::Machine::hang_up() {
  hung_up_a_call_ = off_hook_;
  release_line();
  return Reply::hung_up;
}

void Modem::Machine::go_off_hook() {
  off_hook_ = true;
  bell_.stop();
}

void Modem::Machine::say_information(std::string_view text) { say(writer_.information(text), reply_due_); }

} // namespace dialbench::emulator
