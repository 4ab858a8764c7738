// A call between two modems of one exchange, seen from one of them. What the line tells is put down as events
// of the call, or in the pipe; the modem acts on it in its own next step.
#include "harness/emulator/machine.hpp"
#include "harness/emulator/words.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

constexpr unsigned rings_max = 1'000'000; // the caller ends it, by caller_left()

} // namespace

void Modem::Machine::plug_into(std::unique_ptr<Line> line) {
  line_ = std::move(line);
  if (line_) line_->leads_to(this);
}

Modem::Hook Modem::Machine::hook() const noexcept {
  if (state_ == State::unplugged) return Hook::unplugged;
  if (connected()) return Hook::talking;
  if (state_ == State::calling) return Hook::calling;
  if (off_hook_) return Hook::off;
  return bell_.deadline() && (bell_.sounding() || bell_.caller_waits()) ? Hook::ringing : Hook::on;
}

bool Modem::Machine::busy() const noexcept {
  const bool rings = bell_.deadline().has_value();
  return off_hook_ || connected() || state_ == State::calling || rings;
}

void Modem::Machine::called(const Far& link, const Caller& caller, Time now) {
  caller_ = link;
  who_ = caller;
  called_from_line_ = true;
  // It rings there, and nobody says so.
  if (state_ == State::dead || state_ == State::unplugged) return;
  profiles_.active.registers.put(Register::ring_count, 0);
  bell_.start({rings_max, 0, exchange_.ring_cycle}, std::max(now, now_));
}

void Modem::Machine::caller_left(Time) {
  bell_.caller_leaves(habits_.phantom_rings);
  // Who answers after this answers nobody; a call that is being answered came from the line, and ends by
  // far_left().
}

void Modem::Machine::reach_modem() {
  const CallRules rules = call_rules();
  gives_up_ = now_ + rules.answer_wait;
  schedule(plan_reached(line_->call(dialled(), now_), rules), now_);
}

void Modem::Machine::schedule(std::vector<CallEvent> events, Time base) {
  for (auto& event : events) event.at += base - call_began_;
  events_ = std::move(events);
  next_event_ = 0;
}

void Modem::Machine::far_answered(const Far& link, Time now) {
  if (state_ != State::calling) return;
  const Time trained = std::max(now, now_) + link.after + carrier_known();
  const bool in_time = link.kind == Far::Kind::modem && trained < gives_up_;
  if (!in_time) return schedule({{{}, CallEvent::Kind::failed, words::no_carrier, 0}}, gives_up_);
  peer_ = link;
  far_ = &peer_;
  open_pipe();
  schedule({{{}, CallEvent::Kind::connect, {}, 0}}, trained);
}

// What comes from the far modem comes at the rate that CONNECT will name.
void Modem::Machine::open_pipe() {
  const Link link = agree(settings(), *far_, log_.answering()).link;
  with_modem_ = true;
  pipe_.open(link.receive, link.error_control != "NONE");
}

void Modem::Machine::go_off_hook_on_line(bool answers) {
  if (!line_ || told_off_hook_) return;
  told_off_hook_ = true;
  if (answers && called_from_line_) {
    far_ = &caller_;
    open_pipe();
  }
  line_->off_hook(answers, now_);
}

void Modem::Machine::tell_hook(Leaving how) {
  if (!line_ || told_off_hook_ == off_hook_) return;
  if (off_hook_) return go_off_hook_on_line(false);
  told_off_hook_ = false;
  line_->on_hook(how, now_);
}

bool Modem::Machine::has_error_control() const noexcept {
  if (connected()) return link_.error_control != "NONE";
  return far_ != nullptr && !far_->error_control.empty() && far_->error_control != "NONE";
}

void Modem::Machine::far_says(std::string_view bytes, Time now) { pipe_.put(bytes, std::max(now, now_)); }

// With error control a far end takes its leave; without, or where its line dies, its carrier goes, and S10 is
// waited for.
void Modem::Machine::far_left(Leaving how, Time now) {
  if (!with_modem_ && state_ != State::calling) return;
  const bool says_so = how == Leaving::hangs_up && has_error_control();
  std::optional<Duration> loss = says_so ? Duration{} : carrier_loss();
  if (!connected()) loss = Duration{}; // nobody trains with what is gone
  const Time left = std::max({now, now_, pipe_.last_arrives().value_or(Time{})});
  const auto kind = connected() ? CallEvent::Kind::lost : CallEvent::Kind::failed;
  auto why = says_so ? at::CallEnd::far_hangup : at::CallEnd::carrier_lost;
  if (!connected()) why = no_link_; // the other end may know it first
  if (loss) schedule({{*loss, kind, words::no_carrier, 0, why}}, left);
}

std::optional<Time> Modem::Machine::line_deadline() const noexcept {
  // What a modem in command state gets from the far end waits for ATO.
  if (state_ != State::online || out_.room() == 0) return std::nullopt;
  return pipe_.deadline();
}

// What a far end of the exchange says first. Glued to CONNECT it is there with it, whatever the line's rate.
void Modem::Machine::greet() {
  if (!habits_.greeting_glued) return pipe_.put(far_->greeting, now_);
  data_passes(0, far_->greeting.size());
  out_.send(far_->greeting, now_);
}

void Modem::Machine::take_from_line(Time until) {
  const std::string bytes(pipe_.take(until, out_.room()));
  if (!bytes.empty()) data_passes(0, bytes.size());
  out_.send(bytes, now_);
  if (with_modem_) line_->made_room();
}

std::size_t Modem::Machine::room() const noexcept {
  const std::size_t ours = out_.room();
  if (state_ != State::online) return ours;
  if (echoes()) return std::min(ours, pipe_.room());
  return with_modem_ ? std::min(ours, line_->room().value_or(ours)) : ours;
}

// The exchange takes the line away: a carrier that is gone at once, whatever S10 says, and no word of leave
// on either side.
void Modem::Machine::drop_line(Time now) {
  run(now);
  if (connected())
    call_lost(at::CallEnd::carrier_lost);
  else if (state_ == State::calling)
    fail(words::no_carrier);
  else if (bell_.deadline())
    bell_.stop();
  run(now);
}

void Modem::Machine::pull_plug(Time now) {
  run(now);
  release_line(Leaving::line_dies);
  bell_.stop();
  out_.clear();
  state_ = State::unplugged;
}

std::string Modem::Machine::caller_text() const {
  std::string text;
  text += writer_.information("DATE = 0412");
  text += writer_.information("TIME = 0930");
  text += writer_.information("NMBR = " + (who_->number.empty() ? std::string("P") : who_->number));
  if (!who_->name.empty()) text += writer_.information("NAME = " + who_->name);
  return text;
}

} // namespace dialbench::emulator
