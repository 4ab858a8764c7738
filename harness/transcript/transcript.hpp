// What was said, as events: every byte, its direction and its time. Formats read from and write to this.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::transcript {

enum class Kind : std::uint8_t {
  sent,     // from the computer to the modem
  received, // from the modem
  secret,   // sent, but shown as length only: `text` is empty, `length` counts
  note      // not on the wire: line states, what was done and why
};

struct Event {
  Time at{};
  Kind kind = Kind::note;
  std::string text;       // bytes, or a note's words
  std::size_t length = 0; // secret: how many bytes
  friend bool operator==(const Event&, const Event&) = default;
};

} // namespace dialbench::transcript
