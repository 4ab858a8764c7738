// S-registers: 256 bytes. Those with a meaning stand in registers.def.
#pragma once

#include "harness/evidence/time.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace dialbench::emulator {

enum class Register : std::uint8_t {
#define REGISTER(number, name, initial, least, most, text) name = number,
#define READ_ONLY(number, name, initial, text) name = number,
#include "harness/emulator/registers.def"
};

struct RegisterRow {
  std::uint8_t number;
  std::string_view name;
  std::uint8_t initial;
  std::uint8_t least;
  std::uint8_t most;
  bool read_only;
  std::string_view text;
};
std::span<const RegisterRow> register_rows() noexcept; // ascending by number

class Registers {
 public:
  Registers() noexcept;

  [[nodiscard]] unsigned at(unsigned number) const noexcept { return values_[number & 0xff]; }
  [[nodiscard]] unsigned at(Register name) const noexcept { return values_[static_cast<std::size_t>(name)]; }
  // Without a look at the range: what the modem itself writes.
  void put(Register name, std::uint8_t value) noexcept { values_[static_cast<std::size_t>(name)] = value; }
  // False where there is no such register or it does not take this value. One that is only read takes
  // everything, and keeps its own.
  [[nodiscard]] bool set(unsigned number, unsigned value) noexcept;

  [[nodiscard]] char character(Register name) const noexcept { return static_cast<char>(at(name)); }
  [[nodiscard]] Duration seconds(Register name) const noexcept { return std::chrono::seconds(at(name)); }
  [[nodiscard]] Duration escape_guard() const noexcept {
    return at(Register::escape_guard) * std::chrono::milliseconds(20);
  }
  [[nodiscard]] Duration dtr_debounce() const noexcept {
    return at(Register::dtr_debounce) * std::chrono::milliseconds(10);
  }
  [[nodiscard]] Duration inactivity() const noexcept {
    return at(Register::inactivity) * std::chrono::seconds(10);
  }

 private:
  std::array<std::uint8_t, 256> values_{};
};

} // namespace dialbench::emulator
