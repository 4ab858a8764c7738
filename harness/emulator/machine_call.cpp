#include "harness/emulator/machine.hpp"
#include "harness/emulator/words.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Duration tone_qualified_after = milliseconds(700); // of steady tone (timing.md, section 2)
constexpr Duration blind_wait_min = seconds(2);              // S6 below this is this
constexpr unsigned tone_ms_min = 50;                         // S11

// The lines of a text, however they end.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto length = std::min(text.find_first_of("\r\n"), text.size());
    if (length > 0) visit(text.substr(0, length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
}

// Of a call that came to nothing, for the rules of countries.
Blacklist::Heard heard_of_failure(std::string_view word, const Far* far) {
  using enum Blacklist::Heard;
  if (word == words::busy) return tone;
  if (word == words::voice) return answered;
  const bool speaks = far != nullptr && (far->kind == Far::Kind::quiet || far->kind == Far::Kind::voice ||
                                         far->kind == Far::Kind::intercept);
  return word == words::no_carrier && speaks ? answered : nothing;
}

} // namespace

DialString Modem::Machine::understand(std::string_view dial) {
  const auto& registers = settings().registers;
  DialTimes times;
  times.tone_digit = 2 * std::max(registers.at(Register::tone), tone_ms_min) * milliseconds(1);
  times.comma = registers.seconds(Register::comma);
  times.tone_wait = tone_known();
  times.second_tone_wait =
      own_line_.outside_line.empty() ? times.tone_wait : own_line_.second_tone_after + tone_qualified_after;
  times.pulse = settings().pulse;
  DialString string = read_dial_string(dial, times);
  if (string.redials)
    string = read_dial_string(last_dial_, times);
  else
    last_dial_ = dial;
  profiles_.active.pulse = string.pulse; // T and P hold for later dials too, V.250 6.3.2 and 6.3.3
  receiver_.hear(string, own_line_, now_);
  before_quiet_ = string.before_quiet;
  glare_ = own_line_.glare || (line_ && bell_.caller_waits());
  dialling_ = true;
  return string;
}

Duration Modem::Machine::tone_known() const {
  const bool stutters = own_line_.dial_tone == OwnLine::DialTone::stutter;
  return exchange_.dial_tone_after + (stutters ? own_line_.stutter : Duration{}) + tone_qualified_after;
}

// S9 in tenths of a second; every modem needs six of them, and they are in the training.
Duration Modem::Machine::carrier_known() const {
  constexpr unsigned number = 9;
  constexpr unsigned needed = 6;
  const unsigned tenths = settings().registers.at(number);
  return (tenths > needed ? tenths - needed : 0) * milliseconds(100);
}

std::optional<Duration> Modem::Machine::carrier_loss() const {
  constexpr unsigned number = 10;
  constexpr unsigned never = 255;
  const unsigned tenths = settings().registers.at(number);
  if (tenths == never) return std::nullopt;
  return tenths * milliseconds(100);
}

CallRules Modem::Machine::call_rules() const {
  const auto& registers = settings().registers;
  CallRules rules;
  rules.x = settings().x;
  rules.hears_busy = rules.x >= 3 || habits_.ignores_x != 0;
  rules.reports_ringing = habits_.reports_ringing;
  rules.greeting_glued = habits_.greeting_glued;
  rules.off_hook = off_hook_;
  rules.blind_wait = std::max(registers.seconds(Register::blind_wait), blind_wait_min);
  rules.dial_tone = tone_known();
  rules.answer_wait = habits_.ignores_s7 ? habits_.fixed_wait : registers.seconds(Register::carrier_wait);
  rules.ring_cycle = exchange_.ring_cycle;
  rules.late = habits_.late_result;
  rules.carrier_loss = carrier_loss();
  rules.carrier_known = carrier_known();
  if (!dialling_) return rules;

  rules.tone_comes = own_line_.has_tone();
  rules.alive = own_line_.dial_tone != OwnLine::DialTone::dead;
  rules.in_use = own_line_.in_use;
  rules.glare = glare_;
  if (!receiver_.call_waiting_off()) rules.knock_after = own_line_.call_waiting;
  rules.knock = own_line_.knock;
  rules.blacklist = blacklist_.asks(own_line_.blacklist, dialled(), now_);
  rules.reaches_modem = line_ && !receiver_.wrong() && line_->reaches_modem(dialled());
  rules.heard = who_heard();
  if (!before_quiet_.empty()) rules.before_quiet = &exchange_.at(before_quiet_);
  return rules;
}

// Who is reached where not every digit arrived; null: they all did.
const Far* Modem::Machine::who_heard() const {
  static const Far reorder = [] {
    Far far;
    far.kind = Far::Kind::reorder;
    far.after = seconds(2);
    return far;
  }();
  static const Far nobody = [] {
    Far far;
    far.kind = Far::Kind::silent;
    return far;
  }();
  if (receiver_.wrong()) return &reorder;
  if (dialled() == number_) return nullptr;
  // *70 may be a number of its own.
  if (const auto own = exchange_.numbers.find(receiver_.heard()); own != exchange_.numbers.end())
    return &own->second;
  return dialled().empty() ? &nobody : &exchange_.at(dialled());
}

void Modem::Machine::begin_call(std::vector<CallEvent> events) {
  constexpr Duration said_after = seconds(1);
  events_ = std::move(events);
  next_event_ = 0;
  if (!habits_.said_while_dialling.empty()) {
    const CallEvent said{said_after, CallEvent::Kind::progress, habits_.said_while_dialling, 0};
    events_.insert(std::ranges::upper_bound(events_, said_after, {}, &CallEvent::at), said);
  }
  if (const Far* const heard = dialling_ ? who_heard() : nullptr; heard != nullptr) far_ = heard;
  log_.begin(now_, !dialling_);
  diagnostics_cleared_ = false;
  go_off_hook_on_line(!dialling_ && bell_.caller_waits());
  call_began_ = now_;
  off_hook_ = true;
  dialling_ = false;
  bell_.stop();
  state_ = State::calling;
}

void Modem::Machine::act(const CallEvent& event) {
  using enum CallEvent::Kind;
  switch (event.kind) {
  case progress: return say_progress(event.word, now_);
  case failed:
    if (event.why != at::CallEnd::in_progress) log_.end(now_, event.why);
    return fail(event.word);
  case connect: return this->connect();
  case greeting: return greet();
  case lost: return call_lost(event.why);
  case knock: return log_.knock();
  case says: return say_script(far_->says[event.index], event.index + 1 == far_->says.size());
  case reach: return reach_modem();
  case stays: return stay_in_command_state();
  case unplug:
    release_line();
    out_.clear();
    state_ = State::unplugged;
    return;
  case die:
    release_line();
    state_ = State::dead;
    return;
  }
}

void Modem::Machine::connect() {
  if (!agree_on_link()) return;
  state_ = State::online;
  if (!with_modem_) pipe_.open(std::min(link_.transmit, link_.receive), link_.error_control != "NONE");
  blacklist_.answered(dialled());
  escape_.start(now_);
  last_result_ = connect_text();
  log_.connect(now_, link_, last_result_);
  lies_next_ = false;
  tell_line({.kind = Notice::Kind::connected});
  if (habits_.false_connect) stream_.add("U", now_);
  if (quiet()) return release_echo(now_);
  constexpr std::size_t usual_bytes = 120; // three lines and CONNECT
  std::string text;
  text.reserve(usual_bytes);
  text += habits_.noise_before;
  add_link_lines(text);
  writer_.add_final(text, last_result_);
  say(text, now_);
  if (!habits_.advice_after_connect.empty()) say(writer_.information(habits_.advice_after_connect), now_);
  if (habits_.ok_after_connect) say_final(words::ok, now_ + habits_.reply_gap);
}

void Modem::Machine::fail(std::string_view word) {
  const bool was_dialled = word != words::error && word != words::delayed && word != words::blacklisted;
  log_failure(word);
  const bool counts = own_line_.blacklist != BlacklistRule::none && was_dialled && !dialled().empty();
  if (counts) blacklist_.failed(own_line_.blacklist, dialled(), now_, heard_of_failure(word, far_));
  release_line();
  lies_next_ = true;
  say_call_ended(word, now_ + habits_.late_result, habits_.noise_before);
}

void Modem::Machine::say_script(const Far::Says& says, bool is_last) {
  const bool was_online = connected();
  bool connects = false;
  bool ends = false;
  for_each_line(says.bytes, [&](std::string_view line) {
    connects = connects || is_connect(line);
    ends = ends || ends_dial(line);
    if (is_connect(line) || ends_dial(line)) last_result_ = line;
    if (is_connect(line) && !was_online) log_said_connect(line);
    if (ends_dial(line) && !was_online) log_failure(line);
  });
  if (!says.framed) {
    say(says.bytes, now_);
  } else if (!quiet()) {
    const std::string line = connects || ends ? writer_.as_said(says.bytes) : writer_.progress(says.bytes);
    say(line.empty() ? writer_.information(says.bytes) : line, now_);
  }
  if (connects && !was_online) {
    state_ = State::online;
    escape_.start(now_);
  }
  // What an online far end says without framing is data, whatever it looks like.
  const bool over = was_online || connects ? ends && says.framed && was_online : ends || is_last;
  if (!over) return;
  release_line();
  lies_next_ = true;
}

void Modem::Machine::call_lost(at::CallEnd why) {
  const bool nobody_says_so = why == at::CallEnd::far_hangup && link_.error_control == "NONE";
  log_.end(now_, nobody_says_so ? at::CallEnd::carrier_lost : why);
  // What has left the far end arrives, though nobody paced it here; in command state nobody takes it.
  if (state_ == State::online) take_from_line(Time::max());
  release_line(Leaving::line_dies);
  say_call_ended(words::no_carrier, now_);
}

void Modem::Machine::release_line(Leaving how) {
  log_.end(now_, at::CallEnd::local_hangup); // where nothing else was the reason
  if (off_hook_) tell_line({.kind = Notice::Kind::on_hook, .why = log_.why()});
  events_.clear();
  next_event_ = 0;
  far_ = nullptr;
  number_.clear();
  receiver_.on_hook();
  before_quiet_.clear();
  pipe_.clear();
  with_modem_ = false;
  off_hook_ = dialling_ = false;
  no_link_ = at::CallEnd::in_progress;
  tell_hook(how);
  if (habits_.false_connect) stream_.stop();
  state_ = State::command;
}

bool Modem::Machine::ring(const Far& far, unsigned rings, std::optional<Caller> caller, Time now) {
  run(now);
  if (busy()) return false;
  if (state_ == State::dead || state_ == State::unplugged) return true; // it rings there, and nobody says so
  caller_ = far;
  who_ = std::move(caller);
  called_from_line_ = false;
  profiles_.active.registers.put(Register::ring_count, 0);
  bell_.start({rings, habits_.phantom_rings, exchange_.ring_cycle}, now);
  run(now);
  return true;
}

std::string Modem::Machine::ring_text() const {
  std::string text = writer_.progress(words::ring);
  if (!habits_.caller_id || !bell_.first_ring()) return text;
  if (who_) return text + caller_text();
  for (const auto* line : {"DATE = 0412", "TIME = 0930", "NMBR = 5550100", "NAME = BENCH", "MESG = 060135",
                           "MESG = 070142", "DDN_NMBR = 5550199"})
    text += writer_.information(line);
  return text + writer_.progress(words::ring);
}

// RING waits for no half-typed line: that one goes by in silence, and the next is not far.
void Modem::Machine::bell_rings() {
  auto& registers = profiles_.active.registers;
  const unsigned rings = std::min(registers.at(Register::ring_count) + 1, 255U);
  registers.put(Register::ring_count, static_cast<std::uint8_t>(rings));
  const bool told = editor_.idle() && !quiet();
  if (told) say(ring_text(), now_);
  tell_line({.kind = Notice::Kind::ring, .yes = told});
  const unsigned answer_after = registers.at(Register::answer_rings);
  if (answer_after == 0 || rings < answer_after || !bell_.caller_waits() || dtr_forbids_answering()) return;
  reply_due_ = now_;
  take_call(true);
}

} // namespace dialbench::emulator
