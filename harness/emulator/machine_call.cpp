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

} // namespace

DialString Modem::Machine::understand(std::string_view dial) {
  const auto& registers = settings().registers;
  DialTimes times;
  times.tone_digit = 2 * std::max(registers.at(Register::tone), tone_ms_min) * milliseconds(1);
  times.comma = registers.seconds(Register::comma);
  times.tone_wait = exchange_.dial_tone_after + tone_qualified_after;
  times.pulse = settings().pulse;
  DialString string = read_dial_string(dial, times);
  if (string.redials)
    string = read_dial_string(last_dial_, times);
  else
    last_dial_ = dial;
  profiles_.active.pulse = string.pulse; // T and P hold for later dials too, V.250 6.3.2 and 6.3.3
  return string;
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
  rules.dial_tone = exchange_.dial_tone_after + tone_qualified_after;
  rules.answer_wait = habits_.ignores_s7 ? habits_.fixed_wait : registers.seconds(Register::carrier_wait);
  rules.ring_cycle = exchange_.ring_cycle;
  rules.late = habits_.late_result;
  return rules;
}

void Modem::Machine::begin_call(std::vector<CallEvent> events) {
  constexpr Duration said_after = seconds(1);
  events_ = std::move(events);
  next_event_ = 0;
  if (!habits_.said_while_dialling.empty()) {
    const CallEvent said{said_after, CallEvent::Kind::progress, habits_.said_while_dialling, 0};
    events_.insert(std::ranges::upper_bound(events_, said_after, {}, &CallEvent::at), said);
  }
  call_began_ = now_;
  off_hook_ = true;
  bell_.stop();
  state_ = State::calling;
}

void Modem::Machine::act(const CallEvent& event) {
  using enum CallEvent::Kind;
  switch (event.kind) {
  case progress: return say_progress(event.word, now_);
  case failed: return fail(event.word);
  case connect: return this->connect();
  case greeting: return out_.send(far_->greeting, now_);
  case lost: return far_hangs_up();
  case says: return say_script(far_->says[event.index], event.index + 1 == far_->says.size());
  case stays: state_ = State::command; return say_final(words::ok, now_);
  case unplug:
    out_.clear();
    state_ = State::unplugged;
    return;
  case die:
    release_line();
    state_ = State::dead;
    return;
  }
}

std::string Modem::Machine::connect_text() const {
  const bool plain = settings().x == 0 || habits_.connect_without_rate;
  if (plain) return std::string(words::connect);
  const unsigned rate = habits_.connect_rate_said != 0 ? habits_.connect_rate_said : far_->rate;
  return std::string(words::connect) + ' ' + std::to_string(rate);
}

// What the modem says about the link before CONNECT, as it is written.
std::string Modem::Machine::link_lines() const {
  if (settings().x == 0) return {}; // basic results only
  std::string text;
  const auto add = [&](const std::string& line) { text += writer_.progress(line); };
  const auto said = [](const std::string& value) { return value.empty() ? std::string("NONE") : value; };
  if (habits_.modulation_lines) {
    add(far_->rate > 14400 ? "Modulation: V.34" : "Modulation: V.32bis");
    add("Protocol: " + said(far_->error_control));
    add("Compression: " + said(far_->compression));
    return text;
  }
  if (habits_.connect_lines) add("CARRIER " + std::to_string(far_->rate));
  if (habits_.connect_error_lines)
    add("PROTOCOL: ERROR-CONTROL/LAPB");
  else if (habits_.connect_lines)
    add("PROTOCOL: " + said(far_->error_control));
  if (habits_.connect_lines) add("COMPRESSION: " + said(far_->compression));
  return text;
}

void Modem::Machine::connect() {
  state_ = State::online;
  escape_.start(now_);
  last_result_ = connect_text();
  lies_next_ = false;
  if (habits_.false_connect) stream_.add("U", now_);
  if (settings().quiet) return release_echo(now_);
  say(habits_.noise_before + link_lines() + writer_.final(last_result_), now_);
  if (!habits_.advice_after_connect.empty()) say(writer_.information(habits_.advice_after_connect), now_);
  if (habits_.ok_after_connect) say_final(words::ok, now_ + habits_.reply_gap);
}

void Modem::Machine::fail(std::string_view word) {
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
  });
  if (!says.framed) {
    say(says.bytes, now_);
  } else if (!settings().quiet) {
    const std::string line = connects || ends ? writer_.final(says.bytes) : writer_.progress(says.bytes);
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

void Modem::Machine::far_hangs_up() {
  release_line();
  say_call_ended(words::no_carrier, now_);
}

void Modem::Machine::release_line() {
  events_.clear();
  next_event_ = 0;
  far_ = nullptr;
  number_.clear();
  off_hook_ = false;
  if (habits_.false_connect) stream_.stop();
  state_ = State::command;
}

void Modem::Machine::ring(const Far& caller, unsigned rings, Time now) {
  run(now);
  if (state_ != State::command || off_hook_) return;
  caller_ = caller;
  profiles_.active.registers.put(Register::ring_count, 0);
  bell_.start({rings, habits_.phantom_rings, exchange_.ring_cycle}, now);
  run(now);
}

std::string Modem::Machine::ring_text() const {
  std::string text = writer_.progress(words::ring);
  if (!habits_.caller_id || !bell_.first_ring()) return text;
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
  if (editor_.idle() && !settings().quiet) say(ring_text(), now_);
  const unsigned answer_after = registers.at(Register::answer_rings);
  if (answer_after == 0 || rings < answer_after || !bell_.caller_waits() || !dtr_) return;
  reply_due_ = now_;
  answer();
}

} // namespace dialbench::emulator
