#include "harness/emulator/serve/serving.hpp"

namespace dialbench::serve {

using Steady = runner::PacedClock::Steady;

runner::PacedClock clock_of(const Serving& serving) {
  const bool now = serving.start == Steady::time_point{};
  return now ? runner::PacedClock(serving.pace) : runner::PacedClock(serving.pace, serving.start);
}

Steady::time_point wake_time(const runner::PacedClock& clock, Time now, std::optional<Time> deadline) {
  if (!deadline) return Steady::time_point::max();
  return *deadline <= now ? Steady::now() + std::chrono::milliseconds(1) : clock.when(*deadline);
}

void record(Serving& serving, transcript::Event& event, const runner::PacedClock& clock,
            transcript::Kind kind, std::string_view bytes) {
  if (!serving.record) return;
  try {
    event.at = clock.now();
    event.kind = kind;
    event.text.assign(bytes);
    serving.record(event);
  } catch (...) {
    serving.record = nullptr;
  }
}

} // namespace dialbench::serve
