#include "harness/emulator/information.hpp"

namespace dialbench::emulator {
namespace {

constexpr unsigned registers_shown = 13; // S0 to S12
constexpr unsigned registers_per_line = 7;

std::string flag(std::string_view name, unsigned value) {
  return std::string(name) + std::to_string(value) + ' ';
}

} // namespace

std::string three_digits(unsigned value) {
  std::string digits = std::to_string(value);
  return std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

// The numbers mean what they mean on Conexant modems (results.md, section 6).
std::string identification_text(unsigned number, const Habits& habits, std::string_view last_result) {
  switch (number) {
  case 0: return habits.identification;
  case 1: return "255"; // ROM checksum
  case 3: return habits.identification + "\nNo telephone line is attached";
  case 4: return "V.250 commands, V.34, V.42, V.42bis";
  case 5: return "B5"; // country, T.35
  case 6: return last_result.empty() ? "No call yet" : "Last call: " + std::string(last_result);
  case 9: return "dialbench";
  default: return {}; // 2, 7 and 8 are tests that pass
  }
}

std::string profile_text(const Settings& settings) {
  std::string text = "ACTIVE PROFILE:\n";
  text += flag("E", settings.echo) + flag("Q", settings.quiet) + flag("V", settings.verbose);
  text += flag("X", settings.x) + flag("&C", settings.dcd_follows) + flag("&D", settings.dtr_drop);
  text += settings.pulse ? "P" : "T";
  for (unsigned i = 0; i < registers_shown; ++i) {
    text += i % registers_per_line == 0 ? '\n' : ' ';
    text += (i < 10 ? "S0" : "S") + std::to_string(i) + ':' + three_digits(settings.registers.at(i));
  }
  return text;
}

} // namespace dialbench::emulator
