#include "at/command_build.hpp"

#include "at/command.hpp"
#include "at/dialect.hpp"
#include "at/words.hpp"

#include <algorithm>

namespace dialbench::at {
namespace {

std::size_t length_of(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool is_repeat(std::string_view command) noexcept {
  return command.size() == 2 && detail::to_upper(command[0]) == 'A' && command[1] == '/';
}

// What remarks_on() finds in `command` as part of a line; faults of length are the line's, a bare D is
// somebody's wish.
bool counts(CommandFault fault) noexcept {
  return fault != CommandFault::longer_than_promised && fault != CommandFault::empty_dial;
}

// A letter behind %TCB, or behind %T, would be of its name; only & and \ take one letter.
bool ends_line(const Command& command) noexcept {
  if (command.kind == CommandKind::dial) return true;
  if (command.kind == CommandKind::prefixed)
    return command.name.front() != '&' && command.name.front() != '\\' &&
           command.form == CommandForm::action && command.value.empty();
  if (command.kind != CommandKind::basic) return false;
  const char letter = detail::to_upper(command.name.front());
  return letter == 'Z' || letter == 'A' || letter == 'O';
}

// `line` is AT and the command; offsets of remarks are told without the AT.
Expected<Command, CommandRemark> one_command(std::string_view line) {
  constexpr std::size_t prefix = 2;
  const auto fault = [](CommandFault kind, std::size_t offset) {
    return Unexpected{CommandRemark{kind, offset - prefix, 0}};
  };
  for (const CommandRemark& remark : remarks_on(line))
    if (counts(remark.fault)) return fault(remark.fault, std::max(remark.offset, prefix));
  CommandReader reader(line);
  const std::optional<Command> command = reader.next();
  if (!command) return fault(CommandFault::empty, prefix);
  const std::size_t end = command->offset + command->text.size();
  const std::size_t behind = line.find_first_not_of(' ', end);
  if (behind != std::string_view::npos) return fault(CommandFault::stray_character, behind);
  return *command;
}

} // namespace

LineRules line_rules(const Dialect* dialect, char terminator) noexcept {
  LineRules rules;
  rules.terminator = terminator;
  if (dialect != nullptr && dialect->command_characters_max != 0)
    rules.characters_max = dialect->command_characters_max;
  return rules;
}

Expected<std::vector<std::string>, BuildError> build_lines(std::span<const std::string_view> commands,
                                                           const LineRules& rules) {
  std::vector<std::string> lines;
  std::string body;
  bool semicolon_due = false;
  const auto end_line = [&] {
    if (!body.empty()) lines.push_back("AT" + body + rules.terminator);
    body.clear();
    semicolon_due = false;
  };
  for (std::size_t index = 0; index < commands.size(); ++index) {
    if (is_repeat(commands[index])) {
      end_line();
      lines.emplace_back(commands[index]);
      continue;
    }
    const std::string line = "AT" + std::string(commands[index]);
    const auto command = one_command(line);
    if (!command) return Unexpected{BuildError{index, command.error()}};
    const std::string_view text = command->text;
    if (length_of(text) > rules.characters_max)
      return Unexpected{
          BuildError{index, {CommandFault::too_long, rules.characters_max, rules.characters_max}}};
    if (length_of(body) + (semicolon_due ? 1 : 0) + length_of(text) > rules.characters_max) end_line();
    if (semicolon_due) body += ';';
    body += text;
    semicolon_due = command->kind == CommandKind::extended;
    if (ends_line(*command)) end_line();
  }
  end_line();
  return lines;
}

std::string message(const BuildError& error, std::string_view command) {
  return "command " + std::to_string(error.command + 1) + ": " + message(error.remark, command);
}

std::string set_register(std::uint8_t number, std::uint8_t value) {
  return "S" + std::to_string(number) + "=" + std::to_string(value);
}

std::string read_register(std::uint8_t number) { return "S" + std::to_string(number) + "?"; }

} // namespace dialbench::at
