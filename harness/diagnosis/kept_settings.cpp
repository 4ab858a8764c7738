#include "harness/diagnosis/kept_settings.hpp"

#include "at/command.hpp"

#include <algorithm>
#include <string_view>

namespace dialbench::diagnosis {
namespace {

constexpr std::string_view set_by_every_call = "EQVX";
constexpr std::string_view acts_only = "ADHIOPT"; // P and T say how to dial, which every D says anew

char capital(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

bool has_mark_and_letter(const at::Command& command, char mark, char letter) {
  return command.name.size() == 2 && command.name[0] == mark && capital(command.name[1]) == letter;
}

bool resets(const at::Command& command) {
  return (command.kind == at::CommandKind::basic && capital(command.name[0]) == 'Z') ||
         has_mark_and_letter(command, '&', 'F');
}

bool sets_something(const at::Command& command) {
  switch (command.kind) {
  case at::CommandKind::basic: {
    const char letter = capital(command.name[0]);
    return set_by_every_call.find(letter) == std::string_view::npos &&
           acts_only.find(letter) == std::string_view::npos;
  }
  case at::CommandKind::prefixed: return !has_mark_and_letter(command, '&', 'V'); // &V only shows
  case at::CommandKind::s_register:
  case at::CommandKind::extended: return command.form == at::CommandForm::set;
  case at::CommandKind::dial:
  case at::CommandKind::repeat:
  case at::CommandKind::stray: break;
  }
  return false;
}

} // namespace

std::string kept_settings(std::string_view line) {
  std::string kept;
  at::CommandReader reader(line);
  while (const auto command = reader.next()) {
    if (command->form == at::CommandForm::read || command->form == at::CommandForm::test) continue;
    if (has_mark_and_letter(*command, '&', 'W')) return {};
    if (command->kind == at::CommandKind::basic && command->name.empty()) continue;
    if (resets(*command)) {
      kept.clear();
    } else if (sets_something(*command)) {
      kept += (kept.empty() ? "" : ", ") + std::string(command->text);
    }
  }
  return kept;
}

} // namespace dialbench::diagnosis
