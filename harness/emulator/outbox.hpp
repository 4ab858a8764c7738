// Bytes on their way to the computer: each write has its time, and a byte interval may pace them further.
//
// Writes leave in the order of their times, not of their sending: a slow reply is overtaken by a quick one
// (quirk 5).
#pragma once

#include "harness/evidence/time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

// All that may wait here. What is beyond is lost, as in a UART that nobody reads.
inline constexpr std::size_t output_bytes_max = 65'536;

class Outbox {
 public:
  // `garbled`: what leaves looks as it does at another rate than the modem's.
  explicit Outbox(Duration byte_interval, bool garbled = false)
      : byte_interval_(byte_interval)
      , garbled_(garbled) {}

  void send(std::string_view bytes, Time due);
  void run(Time now); // makes ready what is due
  void clear() noexcept;

  [[nodiscard]] std::string_view ready() const noexcept { return std::string_view(ready_).substr(taken_); }
  void taken(std::size_t bytes);
  [[nodiscard]] std::optional<Time> deadline() const noexcept;
  [[nodiscard]] std::size_t room() const noexcept { return output_bytes_max - held_; }

 private:
  struct Write {
    Time due{};
    std::size_t bytes = 0; // of later_
  };
  void pace(Time now);

  Duration byte_interval_;
  bool garbled_ = false;
  std::vector<Write> writes_; // ascending by time
  std::string later_;         // their bytes, one write behind the other
  std::string paced_;         // due, waits for its byte's turn
  Time next_byte_{};
  std::string ready_;
  std::size_t taken_ = 0; // of ready_
  std::size_t held_ = 0;  // in all three
};

} // namespace dialbench::emulator
