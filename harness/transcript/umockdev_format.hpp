// The scripts that umockdev-record writes and umockdev replays, a line an operation:
//
//   w 0 ATZ^M
//   r 12 ^M^JOK^M^J
//
// `w` is written by the computer, `r` read by it, behind the milliseconds since the operation before. A byte
// below 32 is ^ and the character 64 above it, ^ itself is ^`, every other byte stands as it is (umockdev,
// docs/script-format.txt). `f` (how much a write may differ) and `d` (the device's name) become notes, `Q`
// ends the script; what stands behind it is not read. Empty lines and lines that begin with # are stepped
// over.
#pragma once

#include "harness/transcript/fault.hpp"

#include <string>
#include <string_view>

namespace dialbench::transcript {

bool looks_like_umockdev(std::string_view line) noexcept;
Reading read_umockdev(std::string_view text);

// Notes have no place in it, and a secret becomes as many asterisks.
class UmockdevWriter {
 public:
  void append(std::string& out, const Event& event);

 private:
  Time before_{};
};

} // namespace dialbench::transcript
