// What commands set and AT&V shows: the profile of the modem.
#pragma once

#include "harness/emulator/habits.hpp"
#include "harness/emulator/registers.hpp"

namespace dialbench::emulator {

struct Settings {
  bool echo = true;              // E
  bool verbose = true;           // V
  bool quiet = false;            // Q
  bool pulse = false;            // P, T
  unsigned x = 4;                // X
  bool dcd_follows = true;       // &C1
  unsigned dtr_drop = 2;         // &D: 0 nothing, 1 command state, 2 hang up, 3 hang up and reset
  unsigned register_pointer = 0; // the register that a bare ? or = means
  Registers registers;
};

inline Settings factory_settings(const Habits& habits) {
  Settings settings;
  settings.echo = habits.echo;
  settings.verbose = habits.verbose;
  return settings;
}

} // namespace dialbench::emulator
