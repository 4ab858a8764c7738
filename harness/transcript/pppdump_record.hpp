// The marks of pppdump's records; for the writer and the reader of that format only.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstdint>

namespace dialbench::transcript::pppdump {

enum Mark : std::uint8_t {
  sent_data = 1,
  received_data = 2,
  send_end = 3,
  receive_end = 4,
  long_step = 5,
  short_step = 6,
  reset_time = 7
};

inline constexpr Duration tenth = std::chrono::milliseconds(100);

} // namespace dialbench::transcript::pppdump
