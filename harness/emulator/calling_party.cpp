#include "harness/emulator/calling_party.hpp"

#include "harness/emulator/link.hpp"

#include <algorithm>
#include <utility>

namespace dialbench::emulator {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// The bell's shortest cycle (bell.cpp): a ring of two seconds and a pause as long.
constexpr Duration shortest_ring = seconds(2);
// Before the ring that is not waited for.
constexpr Duration sooner = milliseconds(10);

} // namespace

CallingParty::CallingParty(std::vector<IncomingCall> calls, Duration cycle, bool listened,
                           std::shared_ptr<CallsSeen> seen)
    : calls_(std::move(calls))
    , cycle_(cycle > shortest_ring ? cycle : 2 * shortest_ring)
    , seen_(std::move(seen)) {
  seen_->calls.assign(calls_.size(), {});
  if (calls_.empty()) state_ = State::over;
  if (listened) quiet_since_ = Time{};
}

std::optional<Time> CallingParty::deadline() const noexcept {
  switch (state_) {
  case State::waiting:
    if (!quiet_since_ || end_ == nullptr) return std::nullopt;
    return *quiet_since_ + calls_[index_].after;
  case State::ringing: return leaves_at_;
  case State::talking: {
    const auto next = next_turn();
    const auto bytes = from_modem_.deadline();
    return !next ? bytes : !bytes ? next : std::min(*next, *bytes);
  }
  case State::training:
  case State::left:
  case State::over: break;
  }
  return std::nullopt;
}

std::optional<Time> CallingParty::next_turn() const noexcept {
  const auto& talk = calls_[index_].talk;
  if (!to_say_.empty()) return std::nullopt; // as soon as there is room
  if (turn_ == talk.size()) return turn_began_ + calls_[index_].stays;
  return turn_began_ + (answered_ ? talk[turn_].after : talk[turn_].within);
}

void CallingParty::run(Time now) {
  now_ = now;
  if (state_ == State::waiting) return ring(now);
  if (state_ == State::ringing) {
    end_->caller_left(now);
    record().caller_left = now;
    return finish(now);
  }
  if (state_ != State::talking) return;
  hear(now);
  if (const auto next = next_turn(); next && *next <= now) take_turn(now);
}

void CallingParty::ring(Time now) {
  auto& call_record = record();
  call_record.rang = now;
  if (end_->busy()) {
    call_record.busy = true;
    return finish(now);
  }
  state_ = State::ringing;
  leaves_at_ = now + call().rings * cycle_ - sooner;
  end_->called(call().link(), call().caller(), now);
}

void CallingParty::off_hook(bool answers, Time now) {
  if (state_ != State::ringing) return;
  if (answers) {
    state_ = State::training;
    record().answered = now;
    return;
  }
  // Somebody dials into the call: it meets a line on which nobody speaks.
  record().crossed = true;
  end_->caller_left(now);
  finish(now);
}

void CallingParty::on_hook(Leaving /*how*/, Time now) {
  if (state_ == State::talking) hear(Time::max()); // what has left the modem arrives
  const bool in_call = state_ == State::training || state_ == State::talking || state_ == State::left;
  if (in_call) finish(now);
}

void CallingParty::notice(const Notice& what, Time now) {
  using enum Notice::Kind;
  now_ = now;
  watch_for_letting_go(what, now);
  switch (what.kind) {
  case byte: // the last of them may come when the port is closed already
    if (!closed_) quiet_since_ = now;
    break;
  case dtr:
    closed_ = !what.yes;
    if (closed_)
      quiet_since_.reset(); // a program that is not there is not called
    else if (!quiet_since_)
      quiet_since_ = now;
    break;
  case ring:
    if (state_ != State::ringing) break;
    ++record().rings;
    if (what.yes) ++record().rings_told;
    break;
  case answered:
    if (state_ == State::ringing)
      record().answer = what.yes ? CallRecord::Answer::by_itself : CallRecord::Answer::by_command;
    else
      ++seen_->stray_answers;
    break;
  case connected:
    if (state_ == State::training) this->connected(now);
    break;
  case on_hook:
    if (state_ == State::waiting || state_ == State::ringing || state_ == State::over) break;
    record().on_hook = now;
    record().why = what.why;
    break;
  case command: break;
  }
}

// What a program does behind the end of a call: the last of them may be over here already.
void CallingParty::watch_for_letting_go(const Notice& what, Time now) {
  const bool lets_go = what.kind == Notice::Kind::command || (what.kind == Notice::Kind::dtr && !what.yes);
  if (!lets_go) return;
  const bool between = state_ == State::waiting && index_ > 0;
  if (state_ != State::left && state_ != State::over && !between) return;
  auto& of = seen_->calls[between ? index_ - 1 : std::min(index_, seen_->calls.size() - 1)];
  if (of.caller_left && of.connected && !of.let_go) of.let_go = now;
}

void CallingParty::connected(Time now) {
  const Far link = end_->offers(call().link(), true);
  const bool error_control = !link.error_control.empty() && link.error_control != "NONE";
  from_modem_.open(offered_by(link).transmit, error_control);
  record().connected = now;
  state_ = State::talking;
  turn_ = heard_ = 0;
  to_say_.clear();
  turn_over(now);
}

void CallingParty::say(std::string_view bytes, Time now) {
  if (state_ == State::talking) from_modem_.put(bytes, now);
}

std::optional<std::size_t> CallingParty::room() const noexcept {
  if (state_ != State::talking) return std::nullopt;
  return from_modem_.room();
}

void CallingParty::hear(Time now) {
  auto& received = record().received;
  const auto bytes = from_modem_.take(now, pipe_bytes_max);
  received += bytes.substr(0, heard_bytes_max - received.size());
  if (turn_ == call().talk.size() || answered_) return;
  const auto& expects = call().talk[turn_].expects;
  const auto found = received.find(expects, heard_);
  if (found == std::string::npos) return;
  heard_ = found + expects.size();
  answered_ = true;
  turn_began_ = now;
}

void CallingParty::take_turn(Time now) {
  if (turn_ == call().talk.size()) return leave(now);
  if (!answered_) {
    record().unmet = turn_;
    return leave(now);
  }
  to_say_ += call().talk[turn_++].says;
  send();
  turn_over(now);
}

// The next one begins, or there is none.
void CallingParty::turn_over(Time now) {
  turn_began_ = now;
  answered_ = turn_ < call().talk.size() && call().talk[turn_].expects.empty();
  if (turn_ == call().talk.size()) record().said_all = now;
  if (!answered_ && turn_ < call().talk.size()) hear(now); // it may be there already
}

void CallingParty::send() {
  const auto count = std::min(to_say_.size(), end_->far_room());
  end_->far_says(std::string_view(to_say_).substr(0, count), now_);
  to_say_.erase(0, count);
}

// Nothing is waited for while there is something to say.
void CallingParty::made_room() {
  if (state_ != State::talking || to_say_.empty()) return;
  send();
  turn_began_ = now_;
}

void CallingParty::leave(Time now) {
  record().caller_left = now;
  state_ = State::left;
  end_->far_left(Leaving::hangs_up, now);
}

void CallingParty::finish(Time now) {
  ++index_;
  if (quiet_since_) quiet_since_ = std::max(now, *quiet_since_);
  state_ = State::waiting;
  if (index_ < calls_.size()) return;
  --index_;
  state_ = State::over;
  seen_->over = now;
}

} // namespace dialbench::emulator
