#include "harness/emulator/command.hpp"
#include "harness/emulator/link_report.hpp"
#include "harness/emulator/machine.hpp"
#include "harness/emulator/words.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::emulator {
namespace {

bool contains(const std::vector<std::string>& lines, const std::string& line) {
  return std::ranges::find(lines, line) != lines.end();
}

} // namespace

void Modem::Machine::line_typed(Typed typed) {
  if (typed == Typed::line) last_line_ = normalised(editor_.body());
  if (typed != Typed::overlong) tell_line({.kind = Notice::Kind::command, .text = last_line_});
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
  unanswered_ = contains(habits_.unanswered, body);
  const Reply reply = run_command_line(body, profiles_, habits_, *this);
  if (unanswered_)
    release_echo(reply_due_);
  else
    finish(reply);
}

void Modem::Machine::finish(Reply reply) {
  switch (reply) {
  case Reply::none:
  case Reply::paused: return;
  case Reply::error: return say_final(words::error, reply_due_);
  case Reply::hung_up: return say_hung_up();
  case Reply::ok_twice: say_final(words::ok, reply_due_); break;
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

// What stands behind S= is a number of &Z: `place` is that of the S.
std::optional<std::string> Modem::Machine::with_stored_number(std::string_view dial,
                                                              std::size_t place) const {
  std::string_view index = dial.substr(place + 1);
  const bool stays = index.ends_with(';');
  if (stays) index.remove_suffix(1);
  if (index.starts_with('=')) index.remove_prefix(1);
  if (index.empty()) index = "0";
  if (index.size() != 1 || index[0] < '0' || index[0] >= static_cast<char>('0' + stored_numbers))
    return std::nullopt;
  const auto& number = profiles_.telephone_numbers[static_cast<std::size_t>(index[0] - '0')];
  if (number.empty()) return std::nullopt;
  return std::string(dial.substr(0, place)) + number + (stays ? ";" : "");
}

Reply Modem::Machine::dial(std::string_view dial, std::string_view behind) {
  if (state_ == State::escaped) return Reply::error;
  std::optional<std::string> stored;
  if (const auto place = dial.find('S'); place != std::string_view::npos) {
    stored = with_stored_number(dial, place);
    if (!stored) return Reply::error;
    dial = *stored;
  }
  if (dtr_forbids_dialling()) {
    log_.begin(now_, false);
    log_.end(now_, at::CallEnd::dtr_off);
    diagnostics_cleared_ = false;
    return Reply::error;
  }
  ++dials_;
  DialString string = understand(dial);
  number_ += string.digits;
  string.digits = number_;
  far_ = &exchange_.at(number_);
  if (habits_.false_connect)
    begin_call({{string.time + far_->after, CallEvent::Kind::connect, {}, 0}});
  else
    begin_call(plan_call(string, *far_, call_rules()));
  behind_dial_ = behind;
  return Reply::none;
}

// A ; behind the digits: off hook, and the rest of the line is carried out.
void Modem::Machine::stay_in_command_state() {
  state_ = State::command;
  reply_due_ = now_;
  const std::string rest = std::exchange(behind_dial_, {});
  finish(rest.empty() ? Reply::ok : run_command_line(rest, profiles_, habits_, *this));
}

Reply Modem::Machine::take_call(bool by_itself) {
  if (state_ == State::escaped) return Reply::error;
  tell_line({.kind = Notice::Kind::answered, .yes = by_itself});
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
    events = {{at, CallEvent::Kind::connect, {}, 0},
              {at + drop, CallEvent::Kind::lost, {}, 0, at::CallEnd::far_hangup}};
  }
  begin_call(std::move(events));
  return Reply::none;
}

Reply Modem::Machine::go_online() {
  if (state_ == State::escaped) {
    state_ = State::online;
    escape_.start(now_);
    data_seen_ = now_;
    if (habits_.carrier_on_return)
      say_progress(carrier_line(log_.link()), reply_due_);
    else if (!unanswered_)
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
  if (!unanswered_) say_final(words::no_carrier, reply_due_);
  return Reply::none;
}

Reply Modem::Machine::hang_up(at::CallEnd why) {
  hung_up_a_call_ = off_hook_;
  reply_due_ += time_to_flush();
  log_.end(now_, why);
  release_line();
  return Reply::hung_up;
}

void Modem::Machine::go_off_hook() {
  off_hook_ = true;
  bell_.stop();
}

void Modem::Machine::say_information(std::string_view text) { say(writer_.information(text), reply_due_); }

Reply Modem::Machine::say_report(at::ReportKind kind) {
  const std::string page = report_page(kind, {log_, settings(), habits_, diagnostics_cleared_, now_});
  const auto pause = page.find(between_pages);
  if (pause == std::string::npos) {
    say_information(page);
    return Reply::ok;
  }
  const auto behind = pause + between_pages.size();
  say_information(page.substr(0, behind));
  held_page_ = page.substr(std::min(page.find_first_not_of('\n', behind), page.size()));
  return Reply::paused;
}

// The key behind the first page of a report. True: `c` was it.
bool Modem::Machine::turn_page(char c) {
  constexpr char escape_key = '\x1b';
  if (held_page_.empty()) return false;
  const std::string page = std::exchange(held_page_, {});
  reply_due_ = now_;
  if (c != escape_key) say_information(page);
  finish(Reply::ok);
  return true;
}

} // namespace dialbench::emulator
