// What one run of the proof is about: a script, an exchange, a modem with its habits, the faults on the way.
// All of it is drawn from one number.
#pragma once

#include "harness/emulator/exchange.hpp"
#include "harness/emulator/faults/schedule.hpp"
#include "harness/emulator/habits.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dialbench::proof {

// The script, as far as it varies.
struct Plan {
  bool chat = false;
  unsigned x = 4;
  std::optional<unsigned> s7; // set by the script; else the modem's own 50
  bool reads_s7 = false;
  bool pulse = false;
  unsigned retries = 0; // while it is busy
  Duration hold{};
  bool hangs_up = true;
};

struct Situation {
  std::uint64_t seed = 0;
  Plan plan;
  std::vector<emulator::Far> calls; // one attempt each, on the same modem
  std::vector<std::pair<std::string, std::string>> habits;
  faults::Schedule faults;
  bool lines = true; // the port carries DTR and DCD
  std::uint64_t chunk_seed = 0;
  Duration command_gap{};
  std::optional<Duration> dial_timeout; // the user's
  unsigned dials_max = 10;
  Duration between{}; // attempts

  [[nodiscard]] emulator::Exchange exchange() const;
  [[nodiscard]] emulator::Habits modem_habits() const;
  [[nodiscard]] bool has_habit(std::string_view name) const;
};

Situation draw_situation(std::uint64_t seed);

std::string number_of(std::size_t call); // 5550120, 5550121, ...
std::string script_text(const Plan& plan, const std::string& number);

// For people, and to be pasted into a scenario.
std::string shown(const Situation& situation);

} // namespace dialbench::proof
