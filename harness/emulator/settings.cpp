#include "harness/emulator/settings.hpp"

#include "harness/emulator/personality.hpp"

#include <algorithm>

namespace dialbench::emulator {

Settings factory_settings(const Habits& habits) {
  Settings settings;
  settings.echo = habits.echo;
  settings.verbose = habits.verbose;
  const auto personality = personality_of(habits.dialect);
  // W1: the lines before CONNECT. It names the rate of the line all the same, as people expect who set
  // neither.
  const bool lines = habits.connect_lines && personality.form == ConnectForm::rockwell;
  settings.numbers[static_cast<std::size_t>(BasicCommand::link_report)] = lines ? 1 : 2;
  settings.names_line_rate = lines;
  for (const auto& row : register_habits(habits.dialect)) (void)settings.registers.set(row.number, row.value);
  return settings;
}

Habits in_dialect(Habits habits) {
  constexpr unsigned command_characters_most = 4096;
  habits.command_characters = std::min(habits.command_characters, command_characters_most);
  if (habits.dialect == nullptr) return habits;
  habits.reports_ringing = habits.reports_ringing || tells_ringing(habits.dialect);
  const auto most = static_cast<unsigned>(habits.dialect->command_characters_max);
  if (most != 0) habits.command_characters = std::min(habits.command_characters, most);
  return habits;
}

Profiles::Profiles(const Habits& habits)
    : active(factory_settings(habits))
    , stored{active, active} {}

} // namespace dialbench::emulator
