#include "harness/emulator/call_log.hpp"

#include "at/result.hpp"

namespace dialbench::emulator {

void CallLog::begin(Time now, bool answering) {
  if (connected_) *this = CallLog(); // with the link, and what was said of it
  any_ = open_ = true;
  answering_ = answering;
  ended_at_ = now;
  why_ = at::CallEnd::in_progress;
  sent_ = received_ = 0;
}

void CallLog::connect(Time now, const Link& link, std::string_view words) {
  if (!open_) return;
  connected_ = true;
  connected_at_ = now;
  link_ = link;
  connect_words_ = words;
}

void CallLog::end(Time now, at::CallEnd why) noexcept {
  if (!open_) return;
  open_ = false;
  ended_at_ = now;
  why_ = why;
}

Duration CallLog::lasted(Time now) const noexcept {
  if (!connected_) return {};
  return (open_ ? now : ended_at_) - connected_at_;
}

at::CallEnd end_of_failure(std::string_view word, const Far* far, bool in_time) noexcept {
  using at::CallEnd;
  using at::Meaning;
  switch (at::classify(word, {}).meaning) {
  case Meaning::busy:
    return far != nullptr && far->kind == Far::Kind::reorder ? CallEnd::reorder : CallEnd::busy;
  case Meaning::no_dialtone: return CallEnd::no_dialtone;
  case Meaning::no_answer: return CallEnd::no_answer;
  case Meaning::voice_answer: return CallEnd::voice;
  case Meaning::fax_answer: return CallEnd::fax;
  case Meaning::delayed: return CallEnd::delayed;
  case Meaning::blacklisted: return CallEnd::blacklisted;
  case Meaning::line_in_use: return CallEnd::extension_pickup;
  case Meaning::no_carrier: break;
  default: return CallEnd::unidentified;
  }
  if (far != nullptr && far->kind == Far::Kind::no_carrier && in_time) return CallEnd::training_failed;
  return CallEnd::setup_timer;
}

} // namespace dialbench::emulator
