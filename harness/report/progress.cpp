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
std::string column_of_seconds(Time at) {
  const auto tenths = (std::max<Time::rep>(at.count(), 0) + 50'000) / 100'000;
  return padded_left(std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10), 6) + " s";
}

std::string lead(Time at, std::string_view what) {
  return column_of_seconds(at) + "  " + padded(what, 8) + "  ";
}

} // namespace

std::string note_text(const evidence::Note& note) {
  return wrapped(note.text, lead(note.at, label(note.kind)));
}

std::string waiting_text(const Awaited& awaited, Time now) {
  // The last column stays free: a terminal may wrap when it is written to.
  constexpr std::size_t room = columns_max - 1;
  const std::string closing = ". Ctrl-C " + std::string(awaited.ctrl_c) + '.';
  const std::string what = lead(now, "waiting") + printable(awaited.what);
  std::string left;
  if (awaited.until) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(std::max(*awaited.until - now, Time(0)));
    left = "; " + std::to_string(seconds.count()) + " s left";
  }
  const std::string until = left.empty() || awaited.until_what.empty() ? "" : " until " + awaited.until_what;
  // Where the line is too long, it goes without what the wait is for; then the awaited thing is cut.
  if (what.size() + left.size() + until.size() + closing.size() <= room) return what + left + until + closing;
  return shortened(what, room - left.size() - closing.size()) + left + closing;
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
