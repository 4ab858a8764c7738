// What commands set and AT&V shows, and the profiles in which it is kept.
#pragma once

#include "harness/emulator/extended_values.hpp"
#include "harness/emulator/habits.hpp"
#include "harness/emulator/registers.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace dialbench::emulator {

enum class BasicCommand : std::uint8_t {
#define BASIC(id, name, max, action, initial, shown) id,
#include "harness/emulator/basic_commands.def"
};
inline constexpr std::array basic_factory_numbers{
#define BASIC(id, name, max, action, initial, shown) std::uint8_t{initial},
#include "harness/emulator/basic_commands.def"
};

struct Settings {
  bool echo = true;             // E
  bool verbose = true;          // V
  bool quiet = false;           // Q1
  bool quiet_answering = false; // Q2: results only for calls that this side makes
  bool pulse = false;           // P, T
  unsigned x = 4;               // X
  bool dcd_follows = true;      // &C1
  unsigned dtr_drop = 2;        // &D: 0 nothing, 1 command state, 2 hang up, 3 hang up and reset
  // Before any W or S95=: CONNECT names the rate of the line, whatever W is (Habits::connect_lines).
  bool names_line_rate = false;
  unsigned register_pointer = 0; // the register that a bare ? or = means
  Registers registers;
  // Of the commands of action `option`; the others have fields above.
  std::array<std::uint8_t, basic_factory_numbers.size()> numbers = basic_factory_numbers;
  ExtendedValues extended;

  [[nodiscard]] unsigned number(BasicCommand command) const noexcept {
    return numbers[static_cast<std::size_t>(command)];
  }
};

// What the modem comes with, and &F fetches: its habits and its dialect (personality.hpp) have a say in it.
Settings factory_settings(const Habits& habits);

// The same habits, with what the dialect adds to them: RINGING, a command buffer of its own size.
Habits in_dialect(Habits habits);

inline constexpr std::size_t stored_profiles = 2;
inline constexpr std::size_t stored_numbers = 4;
inline constexpr std::size_t stored_number_characters_max = 40;

struct Profiles {
  explicit Profiles(const Habits& habits);
  // What holds after power-on, and after DTR drops under &D3.
  void power_on() { active = stored[at_power_on]; }

  Settings active;
  std::array<Settings, stored_profiles> stored;              // by &W, fetched by Z
  std::size_t at_power_on = 0;                               // &Y
  std::array<std::string, stored_numbers> telephone_numbers; // &Z, dialled by DS=
};

} // namespace dialbench::emulator
