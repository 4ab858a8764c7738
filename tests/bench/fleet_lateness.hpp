// How late deadlines are met: a modem around another one that notes it, and what it has noted of all of them.
#pragma once

#include "harness/emulator/dce_around.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <utility>

namespace dialbench::bench {

class Lateness {
 public:
  // `pace`: exchange seconds in a real second.
  explicit Lateness(double pace)
      : pace_(pace) {}
  void note(Duration late) {
    const double ms = static_cast<double>(late.count()) / pace_ / 1000;
    max_ = std::max(max_, ms);
    ++counts_.at(std::min(counts_.size() - 1, static_cast<std::size_t>(ms * steps)));
    ++deadlines_;
  }
  void forget() {
    max_ = 0;
    deadlines_ = 0;
    counts_ = {};
  }
  [[nodiscard]] double max_ms() const { return max_; }
  [[nodiscard]] std::size_t deadlines() const { return deadlines_; }
  // What no more than one in `of` exceeds, in ms, to 0.1 ms upwards.
  [[nodiscard]] double one_in(std::size_t of) const {
    std::size_t above = 0;
    for (auto i = counts_.size(); i-- > 0;) {
      above += counts_[i];
      if (above > deadlines_ / of) return std::min(max_, static_cast<double>(i + 1) / steps);
    }
    return 0;
  }

 private:
  static constexpr double steps = 10; // in a millisecond
  double pace_;
  double max_ = 0;
  std::size_t deadlines_ = 0;
  std::array<std::size_t, 2000> counts_{};
};

class TimedDce final : public emulator::DceAround {
 public:
  TimedDce(std::unique_ptr<emulator::Dce> modem, Lateness& lateness)
      : DceAround(std::move(modem))
      , lateness_(lateness) {}

  void receive(std::string_view bytes, Time now) override {
    note(now);
    DceAround::receive(bytes, now);
  }
  void tick(Time now) override {
    note(now);
    DceAround::tick(now);
  }

 private:
  void note(Time now) {
    const auto due = deadline();
    if (due && *due <= now) lateness_.note(now - *due);
  }

  Lateness& lateness_;
};

} // namespace dialbench::bench
