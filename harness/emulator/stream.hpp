// Bytes without end, at about 115200 bit/s: echo storms and floods (quirks 9 and 13).
#pragma once

#include "harness/emulator/outbox.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::emulator {

inline constexpr std::size_t stream_pattern_max = 256;

class Stream {
 public:
  // Repeats the pattern, to which later calls add up to its bound.
  void add(std::string_view pattern, Time now);
  void stop() noexcept;
  void run(Outbox& out); // at the deadline
  // None while `out` has no room: who reads nothing is sent nothing.
  [[nodiscard]] std::optional<Time> deadline(const Outbox& out) const noexcept;

 private:
  std::string pattern_;
  std::size_t position_ = 0;
  Time next_{};
};

} // namespace dialbench::emulator
