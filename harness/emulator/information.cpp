#include "harness/emulator/information.hpp"

#include "harness/emulator/personality.hpp"

namespace dialbench::emulator {
namespace {

constexpr unsigned registers_per_line = 7;
constexpr std::string_view own_name = "dialbench emulated modem";

struct Shown {
  BasicCommand id;
  std::string_view name;
  bool shown;
};
constexpr Shown commands[] = {
#define BASIC(id, name, max, action, initial, shown) {BasicCommand::id, name, shown},
#include "harness/emulator/basic_commands.def"
};

// What stands in a field of its own, and not among the numbers.
unsigned number_of_command(const Settings& settings, BasicCommand id) {
  switch (id) {
  case BasicCommand::echo: return settings.echo ? 1 : 0;
  case BasicCommand::quiet: return settings.quiet ? 1 : settings.quiet_answering ? 2 : 0;
  case BasicCommand::verbose: return settings.verbose ? 1 : 0;
  case BasicCommand::extent: return settings.x;
  case BasicCommand::dcd: return settings.dcd_follows ? 1 : 0;
  case BasicCommand::dtr: return settings.dtr_drop;
  default: return settings.number(id);
  }
}

std::string settings_text(const Settings& settings) {
  std::string text;
  for (const auto& command : commands)
    if (command.shown)
      text += std::string(command.name) + std::to_string(number_of_command(settings, command.id)) + ' ';
  text += settings.pulse ? "P" : "T";
  unsigned shown = 0;
  for (const auto& row : register_rows()) {
    text += shown++ % registers_per_line == 0 ? '\n' : ' ';
    text += (row.number < 10 ? "S0" : "S") + std::to_string(row.number) + ':' +
            three_digits(settings.registers.at(row.number));
  }
  return text;
}

std::string model_of(const Habits& habits) {
  if (!habits.identification.empty()) return habits.identification;
  const auto model = personality_of(habits.dialect).model;
  return std::string(model.empty() ? own_name : model);
}

// The numbers mean what they mean on Conexant modems (results.md, section 6).
std::optional<std::string> own_page(unsigned number, const Habits& habits, std::string_view last_result) {
  switch (number) {
  case 0: return model_of(habits);
  case 1: return "255"; // ROM checksum
  case 2:
  case 7:
  case 8: return std::string(); // tests that pass
  case 3: return model_of(habits) + "\nNo telephone line is attached";
  case 4: return "V.250 commands, V.34, V.42, V.42bis";
  case 5: return "B5"; // country, T.35
  case 6: return last_result.empty() ? "No call yet" : "Last call: " + std::string(last_result);
  case 9: return "dialbench";
  default: return std::nullopt;
  }
}

} // namespace

std::string three_digits(unsigned value) {
  std::string digits = std::to_string(value);
  return std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

std::optional<std::string> identification_text(unsigned number, const Habits& habits,
                                               std::string_view last_result) {
  constexpr unsigned pages_of_others = 9; // up to here a number without a page is OK alone
  if (habits.dialect == nullptr) return own_page(number, habits, last_result);
  if ((number == 0 || number == 3) && !habits.identification.empty()) return habits.identification;
  if (const auto page = page_of(habits.dialect, number)) return std::string(*page);
  if (number == 0 || number == 3) return model_of(habits);
  return number <= pages_of_others ? std::optional(std::string()) : std::nullopt;
}

std::string identity_text(Asked what, const Habits& habits) {
  const auto personality = personality_of(habits.dialect);
  switch (what) {
  case Asked::maker: return std::string(personality.maker);
  case Asked::model: return model_of(habits);
  case Asked::revision: return std::string(personality.revision);
  case Asked::serial: return "00000001";
  case Asked::capabilities: return "+GCAP: +FCLASS,+MS,+ES,+DS";
  case Asked::country: return "+GCI: B5";
  }
  return {};
}

std::string profile_text(const Profiles& profiles) {
  std::string text = "ACTIVE PROFILE:\n" + settings_text(profiles.active);
  for (std::size_t i = 0; i < profiles.stored.size(); ++i)
    text += "\n\nSTORED PROFILE " + std::to_string(i) + ":\n" + settings_text(profiles.stored[i]);
  text += "\n\nTELEPHONE NUMBERS:";
  for (std::size_t i = 0; i < profiles.telephone_numbers.size(); ++i)
    text += '\n' + std::to_string(i) + '=' + profiles.telephone_numbers[i];
  return text;
}

} // namespace dialbench::emulator
