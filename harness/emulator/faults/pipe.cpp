#include "harness/emulator/faults/pipe.hpp"

#include "harness/emulator/faults/random.hpp"
#include "harness/emulator/line_errors.hpp"

#include <algorithm>
#include <bit>

namespace dialbench::faults {
namespace {

using Kind = Fault::Kind;

constexpr std::string_view flood_text = "The quick brown fox jumps over the lazy dog. ";

// What a byte becomes with a parity bit that the other side takes for data.
char with_parity(char c, bool odd) {
  const auto low = static_cast<unsigned>(static_cast<unsigned char>(c)) & 0x7fU;
  const bool ones_are_odd = (std::popcount(low) & 1) != 0;
  return static_cast<char>(low | (ones_are_odd != odd ? 0x80U : 0U));
}

// Sampled at the wrong moments a byte keeps little of itself; most come out with the top bit set.
char at_another_rate(char c) {
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(c));
  return static_cast<char>((byte ^ 0x35U) | 0x80U);
}

unsigned char noticed(Kind kind) {
  using emulator::LineErrors;
  switch (kind) {
  case Kind::drop: return LineErrors::overrun;
  case Kind::parity: return LineErrors::parity;
  case Kind::wrong_rate: return LineErrors::framing;
  case Kind::nul: return LineErrors::break_seen;
  default: return 0;
  }
}

std::string framed(std::string_view word) { return "\r\n" + std::string(word) + "\r\n"; }

bool takes_bytes(Kind kind) {
  return kind == Kind::drop || kind == Kind::delay || kind == Kind::split || kind == Kind::duplicate ||
         kind == Kind::flip || kind == Kind::parity || kind == Kind::wrong_rate || kind == Kind::late_result;
}

} // namespace

Pipe::Pipe(const Schedule& schedule, Fault::Way way) {
  for (const auto& fault : schedule) {
    if (is_of_port(fault.kind) || fault.way != way) continue;
    Armed armed;
    armed.fault = fault;
    armed_.push_back(armed);
    if (fault.kind == Kind::late_result || fault.kind == Kind::previous_result) results_.emplace();
  }
}

void Pipe::began(unsigned call, Time now) {
  for (auto& armed : armed_) {
    if (armed.known || armed.fault.call != call) continue;
    armed.known = true;
    armed.since = now;
    armed.bytes = passed_;
  }
  begin_due(now);
}

void Pipe::add(const Fault& fault, Time now) {
  Armed armed;
  armed.fault = fault;
  armed.known = fault.call == 0;
  armed.since = now;
  armed.bytes = passed_;
  armed_.push_back(armed);
  const bool of_results = fault.kind == Kind::late_result || fault.kind == Kind::previous_result;
  if (of_results && !results_) results_.emplace();
  begin_due(now);
}

void Pipe::acted(Armed& armed, Time now) {
  line_errors_ |= noticed(armed.fault.kind);
  if (armed.act == 0) {
    acts_.push_back({armed.fault, now, now});
    armed.act = acts_.size();
  }
  acts_[armed.act - 1].last = now;
}

void Pipe::begin_due(Time now) {
  for (auto& armed : armed_) {
    if (armed.begun || !armed.known || now < armed.since + armed.fault.at) continue;
    if (armed.fault.byte && passed_ - armed.bytes < *armed.fault.byte) continue;
    begin(armed, now);
  }
}

void Pipe::begin(Armed& armed, Time now) {
  const Fault& fault = armed.fault;
  armed.begun = true;
  armed.until = fault.length == Duration{} ? Time::max() : now + fault.length;
  if (takes_bytes(fault.kind)) armed.left = fault.count;
  switch (fault.kind) {
  case Kind::stall:
    stalled_until_ = std::max(stalled_until_, now + fault.length);
    last_due_ = std::max(last_due_, stalled_until_);
    break;
  case Kind::echo_storm:
    storm_until_ = now + fault.length;
    storm_ = fault.count;
    break;
  case Kind::nul: emit(std::string(fault.count, '\0'), now); break;
  case Kind::noise: insert_random(fault, now); break;
  case Kind::flood: {
    std::string text;
    while (text.size() < fault.count) text += flood_text;
    text.resize(fault.count);
    emit(text, now);
    break;
  }
  case Kind::ring:
    for (unsigned i = 0; i < fault.count && out_.room() > 0; ++i) emit(framed("RING"), now);
    break;
  case Kind::previous_result: say_again(armed, now); return;
  default: return; // it acts on the bytes that come
  }
  acted(armed, now);
  const bool lasts = fault.kind == Kind::stall || fault.kind == Kind::echo_storm;
  if (lasts) acted(armed, now + fault.length);
}

void Pipe::insert_random(const Fault& fault, Time now) {
  Random random(fault.value);
  std::string bytes;
  for (unsigned i = 0; i < fault.count; ++i) bytes += static_cast<char>(random.below(256));
  emit(bytes, now);
}

void Pipe::say_again(Armed& armed, Time now) {
  const std::string& word = armed.fault.word.empty() ? results_->last : armed.fault.word;
  if (word.empty()) return;
  emit(framed(word), now);
  acted(armed, now);
}

void Pipe::emit(std::string_view bytes, Time now) {
  last_due_ = std::max(last_due_, now);
  out_.send(bytes, last_due_);
}

void Pipe::insert(std::string_view bytes, Time now) { emit(bytes, now); }

void Pipe::feed(std::string_view bytes, Time now) {
  run(now);
  if (armed_.empty() && tail_ != Tail::lost) {
    // The last fault may have ended in the middle of a line that was being looked at.
    if (results_) settle_line(results_->take(), false, now);
    end_duplicates(now);
    emit(bytes, now);
    return out_.run(now);
  }
  for (const char c : bytes) {
    const bool ends = c == '\r' || c == '\n';
    if (!ends) tail_ = Tail::none;
    if (!results_ || (ends && tail_ == Tail::passes)) {
      touch(c, now);
    } else if (ends && results_->has_text()) {
      end_line(c, now);
    } else if (tail_ == Tail::none) {
      results_->add(c, now);
      if (results_->full()) settle_line(results_->take(), false, now);
    }
    if (c == '\n') tail_ = Tail::none;
  }
  end_duplicates(now);
  run(now);
}

void Pipe::end_line(char c, Time now) {
  const std::string line = results_->take();
  const std::string text(ResultWatch::text(line));
  if (is_dial_result(text) && hold_back(text, now)) {
    tail_ = Tail::lost; // it gets line ends of its own
    return;
  }
  tail_ = Tail::passes;
  settle_line(line, true, now);
  touch(c, now);
}

// The line goes on its way after all.
void Pipe::settle_line(std::string_view line, bool ended, Time now) {
  if (ended && is_dial_result(ResultWatch::text(line))) results_->last = ResultWatch::text(line);
  for (const char c : line) touch(c, now);
}

// late_result: true where one of them takes the line.
bool Pipe::hold_back(const std::string& line, Time now) {
  for (auto& armed : armed_) {
    if (armed.fault.kind != Kind::late_result || armed.left == 0) continue;
    --armed.left;
    acted(armed, now);
    results_->last = line;
    out_.send(framed(line), now + armed.fault.length);
    return true;
  }
  return false;
}

void Pipe::touch(char c, Time now) {
  bool lost = false;
  Duration apart{};
  Duration later{};
  for (auto& armed : armed_) {
    if (!armed.begun) continue;
    const Fault& fault = armed.fault;
    if (fault.kind == Kind::silent && now < armed.until) {
      lost = true;
      acted(armed, now);
    }
    if (armed.left == 0 || fault.kind == Kind::late_result) continue;
    --armed.left;
    acted(armed, now);
    switch (fault.kind) {
    case Kind::drop: lost = true; break;
    case Kind::delay: later = std::max(later, fault.length); break;
    case Kind::split: apart = std::max(apart, fault.length); break;
    case Kind::duplicate: twice_ += c; break;
    case Kind::flip: c = static_cast<char>(static_cast<unsigned char>(c) ^ fault.value); break;
    case Kind::parity: c = with_parity(c, fault.value == 1); break;
    case Kind::wrong_rate: c = at_another_rate(c); break;
    default: break;
    }
  }
  if (!lost) {
    emit(std::string_view(&c, 1), now + later);
    last_due_ += apart;
  }
  ++passed_;
  begin_due(now);
}

// What is to come twice comes again behind the write that it stood in.
void Pipe::end_duplicates(Time now) {
  if (twice_.empty()) return;
  emit(twice_, now);
  twice_.clear();
}

void Pipe::forget_finished(Time now) {
  std::erase_if(armed_, [&](const Armed& armed) {
    if (!armed.begun || armed.left > 0) return false;
    return armed.fault.kind != Kind::silent || now >= armed.until;
  });
}

void Pipe::run(Time now) {
  begin_due(now);
  if (results_ && results_->deadline() && *results_->deadline() <= now) {
    settle_line(results_->take(), false, now);
    end_duplicates(now);
  }
  out_.run(now);
  forget_finished(now);
}

std::optional<Time> Pipe::deadline() const noexcept {
  std::optional<Time> next = out_.deadline();
  const auto consider = [&](Time time) { next = next ? std::min(*next, time) : time; };
  for (const auto& armed : armed_) {
    const bool by_itself = !armed.fault.byte || passed_ - armed.bytes >= *armed.fault.byte;
    if (armed.known && !armed.begun && by_itself) consider(armed.since + armed.fault.at);
  }
  if (results_ && results_->deadline()) consider(*results_->deadline());
  return next;
}

} // namespace dialbench::faults
