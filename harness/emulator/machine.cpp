#include "harness/emulator/machine.hpp"

#include "harness/emulator/command.hpp"
#include "harness/emulator/words.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

// Characters so soon behind the terminator of a dial command do not abort it: a line feed may follow
// (timing.md, 1).
constexpr Duration abort_grace = std::chrono::milliseconds(125);
constexpr std::size_t cts_room = 1024;

constexpr Time never = Time::max();
Time or_never(std::optional<Time> time) { return time.value_or(never); }

// So that they compare with what is typed in whatever case and spacing.
Habits prepared(Habits habits) {
  for (auto* list : {&habits.refuses, &habits.unanswered})
    for (auto& line : *list) line = normalised(line);
  habits.slow_command = normalised(habits.slow_command);
  return in_dialect(std::move(habits));
}

} // namespace

Modem::Machine::Machine(const Exchange& exchange, Habits habits)
    : exchange_(exchange)
    , habits_(prepared(std::move(habits)))
    , profiles_(habits_)
    , writer_(profiles_.active, habits_)
    , out_(habits_.byte_interval, habits_.garbles)
    , editor_(habits_.command_characters)
    , own_line_(exchange.line) {}

Modem::Machine::~Machine() {
  if (line_) line_->leads_to(nullptr);
}

void Modem::Machine::power_on(Time now) {
  run(now);
  release_line(Leaving::line_dies);
  bell_.stop();
  out_.clear();
  editor_.clear();
  stream_.stop();
  held_echo_.clear();
  blacklist_.clear();
  profiles_.power_on();
  log_ = {};
  held_page_.clear();
  dtr_counts_at_.reset();
  state_ = State::command;
  awake_ = lies_next_ = false;
  swallowed_ = 0;
}

void Modem::Machine::recall(const Memory& memory) {
  profiles_ = memory.profiles;
  profiles_.power_on();
  dials_ = memory.dials;
}

// Everything due happens at its own time, in its order, however late the tick comes.
void Modem::Machine::run(Time now) {
  for (Time due = next_step(); due <= now && due != never; due = next_step()) {
    now_ = std::max(now_, due);
    step();
  }
  now_ = std::max(now_, now);
  out_.run(now_);
  tell_hook();
}

Time Modem::Machine::next_step() const noexcept {
  if (state_ == State::unplugged) return never;
  Time due = or_never(dtr_counts_at_);
  if (line_) due = std::min(due, or_never(line_->deadline()));
  if (state_ == State::dead) return due;
  due = std::min({due, or_never(bell_.deadline()), or_never(stream_.deadline(out_))});
  if (next_event_ < events_.size()) due = std::min(due, call_began_ + events_[next_event_].at);
  if (state_ == State::online) due = std::min({due, or_never(escape_.deadline()), or_never(line_deadline())});
  if (connected()) due = std::min(due, or_never(inactivity_deadline()));
  return due;
}

void Modem::Machine::step() {
  const auto is_due = [this](std::optional<Time> time) { return time && *time <= now_; };
  if (next_event_ < events_.size() && call_began_ + events_[next_event_].at <= now_) {
    const CallEvent event = events_[next_event_++];
    act(event);
  } else if (state_ == State::online && is_due(escape_.deadline())) {
    escape_complete();
  } else if (is_due(bell_.deadline())) {
    if (bell_.run(now_))
      bell_rings();
    else
      bell_pauses();
  } else if (is_due(dtr_counts_at_)) {
    dtr_counts_at_.reset();
    drop_dtr();
  } else if (is_due(inactivity_deadline())) {
    hang_up_idle();
  } else if (is_due(line_deadline())) {
    take_from_line(now_);
  } else if (line_ && is_due(line_->deadline())) {
    line_->run(now_);
  } else {
    stream_.run(out_);
  }
}

std::optional<Time> Modem::Machine::deadline() const noexcept {
  if (state_ == State::unplugged) return std::nullopt;
  const Time due = std::min(next_step(), or_never(out_.deadline()));
  return due == never ? std::nullopt : std::optional(due);
}

evidence::ModemLines Modem::Machine::lines() const noexcept {
  evidence::ModemLines lines;
  if (state_ == State::unplugged) return lines;
  lines.dsr = true;
  lines.cts = room() >= cts_room;
  lines.dcd = connected() || !settings().dcd_follows;
  lines.ri = bell_.sounding();
  return lines;
}

void Modem::Machine::receive(std::string_view bytes, Time now) {
  run(now);
  if (!bytes.empty()) tell_line({.kind = Notice::Kind::byte});
  if (!bytes.empty() && !awake_) first_byte();
  if (habits_.mute || loops(bytes)) bytes = {};
  while (!bytes.empty() && state_ != State::dead && state_ != State::unplugged) {
    std::size_t used = 1;
    if (state_ == State::online)
      used = take_data(bytes);
    else if (state_ == State::calling && !habits_.ignores_abort)
      byte_while_calling(bytes.front());
    else
      used = type(bytes);
    bytes.remove_prefix(used);
  }
  run(now);
}

void Modem::Machine::first_byte() {
  awake_ = true;
  if (habits_.rings_after == Duration{}) return;
  Bell::Call call{habits_.incoming_rings, habits_.phantom_rings, exchange_.ring_cycle};
  caller_ = Far{};
  bell_.start(call, now_ + habits_.rings_after);
}

// A modem that only repeats or floods reads nothing as a command.
bool Modem::Machine::loops(std::string_view bytes) {
  const bool dead = state_ == State::dead || state_ == State::unplugged;
  if (bytes.empty() || dead || !(habits_.echo_for_ever || habits_.flood)) return false;
  if (habits_.echo_for_ever)
    stream_.add(bytes, now_);
  else if (!stream_.deadline(out_))
    stream_.add("The quick brown fox jumps over the lazy dog. ", now_);
  return true;
}

// Takes bytes up to the one that has an effect, so that its echo comes before that.
std::size_t Modem::Machine::type(std::string_view bytes) {
  if (is_deaf()) return bytes.size();
  if (turn_page(bytes.front())) return 1;
  const auto& registers = settings().registers;
  const auto fed =
      editor_.feed(bytes, registers.character(Register::line_end), registers.character(Register::backspace));
  std::string_view typed = bytes.substr(0, fed.bytes);
  if (habits_.ring_in_command && fed.prefix != 0) {
    echo(typed.substr(0, fed.prefix));
    typed.remove_prefix(fed.prefix);
    say_progress(words::ring, now_);
  }
  echo(typed);
  if (fed.typed != Typed::nothing) line_typed(fed.typed);
  return fed.bytes;
}

void Modem::Machine::echo(std::string_view bytes) {
  if (!settings().echo) return;
  if (!habits_.late_echo)
    out_.send(bytes, now_);
  else
    held_echo_ += bytes.substr(0, output_bytes_max - held_echo_.size());
}

std::size_t Modem::Machine::take_data(std::string_view bytes) {
  const Escape::Rule rule{settings().registers.at(Register::escape), settings().registers.escape_guard()};
  const std::size_t used = escape_.feed(bytes, now_, rule);
  data_passes(used, 0);
  if (with_modem_)
    line_->say(bytes.substr(0, used), now_);
  else if (echoes())
    pipe_.put(bytes.substr(0, used), now_);
  if (escape_.deadline() && *escape_.deadline() <= now_) escape_complete();
  return used;
}

void Modem::Machine::escape_complete() {
  escape_.start(now_);
  state_ = State::escaped;
  editor_.clear();
  say_final(words::ok, now_);
}

void Modem::Machine::byte_while_calling(char c) {
  if (now_ - call_began_ < abort_grace) return;
  if (habits_.echoes_abort) echo(std::string_view(&c, 1));
  log_.end(now_, at::CallEnd::key_abort);
  release_line();
  lies_next_ = true;
  say_call_ended(habits_.abort_says_ok ? words::ok : words::no_carrier, now_);
}

void Modem::Machine::set_dtr(bool on, Time now) {
  run(now);
  const bool dropped = dtr_ && !on;
  dtr_ = on;
  tell_line({.kind = Notice::Kind::dtr, .yes = on});
  if (on || (dropped && !habits_.ignores_dtr && state_ != State::unplugged)) dtr_went(on);
  run(now);
}

void Modem::Machine::drop_dtr() {
  if (state_ == State::dead) return power_on(now_);
  constexpr unsigned to_command_state = 1;
  constexpr unsigned reset = 3;
  const unsigned mode = settings().dtr_drop;
  if (mode == 0) return;
  if (mode == to_command_state) {
    if (state_ == State::online) escape_complete();
    return;
  }
  const bool in_call = off_hook_ || state_ != State::command;
  const Time due = now_ + time_to_flush();
  log_.end(now_, at::CallEnd::dtr_dropped);
  release_line();
  editor_.clear();
  if (mode == reset) profiles_.power_on();
  if (habits_.ok_when_dtr_drops)
    say_final(words::ok, due);
  else if (in_call)
    say_call_ended(words::no_carrier, due);
}

} // namespace dialbench::emulator
