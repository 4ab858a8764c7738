// The escape sequence: silence for the guard time, three S2 characters, silence again (V.250 has none; Hayes,
// S12).
//
// The three come within the guard time of each other; a fourth spoils them. S12=0 asks for no silence at all,
// S2 above 127 for no escape.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dialbench::emulator {

class Escape {
 public:
  struct Rule {
    unsigned character = '+'; // S2
    Duration guard{};         // S12
  };
  void start(Time now) noexcept; // data mode begins
  // Data from the computer. Without a guard time the escape may complete inside `bytes`: returns how many it
  // used then, else all of them.
  std::size_t feed(std::string_view bytes, Time now, const Rule& rule) noexcept;
  // When the silence behind the third character is long enough.
  [[nodiscard]] std::optional<Time> deadline() const noexcept { return complete_at_; }

 private:
  Time last_{};
  unsigned count_ = 0;
  std::optional<Time> complete_at_;
};

} // namespace dialbench::emulator
