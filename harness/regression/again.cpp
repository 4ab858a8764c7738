#include "harness/regression/again.hpp"

#include "harness/evidence/shell_word.hpp"

#include <array>
#include <string_view>

namespace dialbench::regression {
namespace {

// How scripts/conformance and scripts/answering are given the program under test. What else stands in the
// environment may be a secret, and is shown nowhere.
constexpr std::array<std::string_view, 2> programs = {"DIALER", "ANSWERER"};

bool names(std::string_view command, std::string_view variable) {
  const std::string name(variable);
  return command.find('$' + name) != std::string_view::npos ||
         command.find("${" + name) != std::string_view::npos;
}

std::string_view option_of(Way way) {
  switch (way) {
  case Way::serial: return "";
  case Way::pty: return "--pty ";
  case Way::simulate: return "--simulate ";
  }
  return "";
}

} // namespace

std::string again(const Scenario* scenario, const std::string& file, Way way, const std::string& seed,
                  const Environment& environment) {
  std::string line;
  if (scenario != nullptr && !scenario->command.empty()) {
    if (way == Way::simulate) way = Way::pty;
    for (const auto program : programs) {
      const std::string name(program);
      const char* value = names(scenario->command, name) ? environment(name) : nullptr;
      if (value != nullptr) line += name + '=' + evidence::shell_word(value) + ' ';
    }
  }
  line += "dialbench test " + std::string(option_of(way));
  if (!seed.empty()) line += "--seed " + seed + ' ';
  return line + evidence::shell_word(file);
}

} // namespace dialbench::regression
