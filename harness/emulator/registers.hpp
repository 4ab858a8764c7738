// S-registers: 256 bytes, the first thirteen with the meanings of V.250 and results.md, section 9.
#pragma once

#include "harness/evidence/time.hpp"

#include <array>
#include <cstdint>

namespace dialbench::emulator {

enum class Register : std::uint8_t {
  answer_rings = 0,
  ring_count = 1,
  escape = 2, // 128 and above: no escape
  line_end = 3,
  line_feed = 4,
  backspace = 5,
  blind_wait = 6,    // s
  carrier_wait = 7,  // s, 1 to 255
  comma = 8,         // s
  tone = 11,         // ms, on and off each
  escape_guard = 12, // 20 ms
};

class Registers {
 public:
  Registers();

  [[nodiscard]] unsigned at(unsigned number) const noexcept { return values_[number & 0xff]; }
  [[nodiscard]] unsigned at(Register name) const noexcept { return values_[static_cast<std::size_t>(name)]; }
  void put(Register name, std::uint8_t value) noexcept { values_[static_cast<std::size_t>(name)] = value; }
  // False where there is no such register or it does not take this value.
  [[nodiscard]] bool set(unsigned number, unsigned value) noexcept;

  [[nodiscard]] char character(Register name) const noexcept { return static_cast<char>(at(name)); }
  [[nodiscard]] Duration seconds(Register name) const noexcept { return std::chrono::seconds(at(name)); }
  [[nodiscard]] Duration escape_guard() const noexcept {
    return at(Register::escape_guard) * std::chrono::milliseconds(20);
  }

 private:
  std::array<std::uint8_t, 256> values_{};
};

} // namespace dialbench::emulator
