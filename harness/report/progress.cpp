#include "harness/report/progress.hpp"

#include "harness/evidence/duration.hpp"
#include "harness/report/plain.hpp"

#include <algorithm>

namespace dialbench::report {
namespace {

std::string_view label(evidence::Note::Kind kind) noexcept {
  using Kind = evidence::Note::Kind;
  switch (kind) {
  case Kind::setup: return "set up";
  case Kind::dial: return "dial";
  case Kind::waiting: return "waiting";
  case Kind::result: return "result";
  case Kind::stale: return "stale";
  case Kind::hangup: return "hung up";
  case Kind::hold: return "hold";
  case Kind::script: return "script";
  case Kind::warning: return "note";
  }
  return "";
}

// Seconds with tenths, up to 99999.9, so that the columns stand.
std::string seconds(Time at) {
  const auto tenths = (std::max<Time::rep>(at.count(), 0) + 50'000) / 100'000;
  return padded_left(std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10), 6) + " s";
}

std::string lead(Time at, std::string_view what) { return seconds(at) + "  " + padded(what, 8) + "  "; }

} // namespace

std::string note_text(const evidence::Note& note) {
  return wrapped(note.text, lead(note.at, label(note.kind)));
}

std::string waiting_text(const Awaited& awaited, Time now) {
  std::string text = lead(now, "waiting") + printable(awaited.what);
  if (awaited.until) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(std::max(*awaited.until - now, Time(0)));
    text += "; " + std::to_string(left.count()) + " s left";
    if (!awaited.until_what.empty()) text += " until " + awaited.until_what;
  }
  // The last column stays free: a terminal may wrap when it is written to.
  return shortened(text + ". Ctrl-C " + std::string(awaited.ctrl_c) + '.', columns_max - 1);
}

void Progress::note(const evidence::Note& note) {
  clear();
  write_(note_text(note));
}

void Progress::waiting(const Awaited& awaited, Time now) {
  if (!terminal_) return;
  const std::string line = waiting_text(awaited, now);
  if (line == live_) return;
  write_("\r" + line + "\033[K");
  live_ = line;
}

void Progress::clear() {
  if (live_.empty()) return;
  write_("\r\033[K");
  live_.clear();
}

} // namespace dialbench::report
