// Steady time as exchange time (design, decision 13): the one place where the pace is applied.
#pragma once

#include "harness/evidence/time.hpp"

#include <chrono>
#include <cmath>

namespace dialbench::runner {

class PacedClock {
 public:
  using Steady = std::chrono::steady_clock;

  // `pace`: exchange seconds per real second, above 0. Exchange time starts here with 0.
  explicit PacedClock(double pace, Steady::time_point start = Steady::now())
      : pace_(pace > 0 ? pace : 1.0)
      , start_(start) {}

  [[nodiscard]] Time now() const { return at(Steady::now()); }
  [[nodiscard]] Time at(Steady::time_point moment) const {
    const std::chrono::duration<double, Time::period> passed = moment - start_;
    return Time(static_cast<Time::rep>(std::floor(passed.count() * pace_)));
  }
  // A moment at which now() has reached `time`, never one before it: a timer that fired early would be armed
  // again and again. The microsecond added covers the rounding.
  [[nodiscard]] Steady::time_point when(Time time) const {
    const auto wait = real(time);
    return wait >= Steady::time_point::max() - start_ ? Steady::time_point::max() : start_ + wait;
  }
  // How long `duration` of exchange time takes.
  [[nodiscard]] Steady::duration real(Duration duration) const {
    const std::chrono::duration<double, Duration::period> micros(
        std::ceil(static_cast<double>(duration.count()) / pace_) + 1);
    if (micros > std::chrono::hours(24 * 36500)) return Steady::duration::max();
    return std::chrono::duration_cast<Steady::duration>(micros);
  }

 private:
  double pace_;
  Steady::time_point start_;
};

} // namespace dialbench::runner
