#include "harness/emulator/replay/line.hpp"

#include "harness/emulator/command.hpp"

#include "at/characters.hpp"

#include <algorithm>

namespace dialbench::replay {
namespace {

using at::detail::is_digit;
using emulator::Command;

std::string without_line_ends(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    if (c != '\r' && c != '\n') text += c;
  }
  return text;
}

// Backspaces take back what stands before them, as the modem's own editor does (V.250 5.2.2, S5).
std::string edited(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c != '\b' && c != '\x7f') {
      line += c;
    } else if (!line.empty()) {
      line.pop_back();
    }
  }
  return line;
}

Act dialled(std::string_view text) {
  Act act;
  act.letter = 'D';
  for (const char c : text) {
    if (c == 'T' || c == 'P') {
      act.mode += c;
    } else if (std::string_view(" ()-.").find(c) == std::string_view::npos) {
      act.number += c;
    }
  }
  act.masked = act.number.find('#') != std::string::npos &&
               std::none_of(act.number.begin(), act.number.end(), is_digit);
  return act;
}

std::string spelt(const Command& command) {
  const std::string number = std::to_string(command.number.value_or(0));
  switch (command.kind) {
  case Command::Kind::basic:
    return std::string(command.name) + number + (command.text.empty() ? "" : '=' + std::string(command.text));
  case Command::Kind::register_select: return 'S' + number;
  case Command::Kind::register_read: return (command.number ? 'S' + number : "") + '?';
  case Command::Kind::register_write:
    return (command.number ? 'S' + number : "") + '=' + std::to_string(command.value);
  case Command::Kind::extended: break;
  case Command::Kind::dial:
  case Command::Kind::malformed: return {};
  }
  using Operation = Command::Operation;
  std::string text(command.name);
  if (command.operation == Operation::read) text += '?';
  if (command.operation == Operation::test) text += "=?";
  if (command.operation == Operation::set) text += '=' + std::string(command.text);
  return text;
}

bool asks(const Command& command) {
  using Operation = Command::Operation;
  switch (command.kind) {
  case Command::Kind::basic: return command.name == "I" || command.name == "&V";
  case Command::Kind::register_read: return true;
  case Command::Kind::extended:
    return command.operation == Operation::read || command.operation == Operation::test ||
           command.name.starts_with("+G");
  default: return false;
  }
}

bool parse(std::string_view body, Line& line) {
  for (emulator::CommandParser parser(body); !parser.at_end();) {
    const auto command = parser.next();
    if (command.kind == Command::Kind::malformed) return false;
    if (command.kind == Command::Kind::dial) {
      line.act = dialled(command.text);
    } else if (command.kind == Command::Kind::basic && (command.name == "A" || command.name == "O")) {
      line.act = Act{command.name.front(), {}, {}, false};
    } else {
      line.set_up.push_back(spelt(command));
      line.asks = line.asks || asks(command);
    }
  }
  return true;
}

} // namespace

Line parsed(std::string_view bytes) {
  Line line;
  const auto text = emulator::normalised(edited(without_line_ends(bytes)));
  line.blank = text.empty();
  line.command = text.starts_with("AT");
  if (!line.command) {
    if (!line.blank) line.set_up.push_back(text);
    return line;
  }
  if (!parse(std::string_view(text).substr(2), line)) {
    line.set_up = {text.substr(2)};
    line.act.reset();
  }
  return line;
}

bool same(const Act& one, const Act& other) {
  if (one.letter != other.letter) return false;
  return one.masked || other.masked || one.number == other.number;
}

bool same(const Line& one, const Line& other) {
  if (one.command != other.command || one.blank != other.blank) return false;
  if (one.act.has_value() != other.act.has_value()) return false;
  if (one.act && !same(*one.act, *other.act)) return false;
  return std::is_permutation(one.set_up.begin(), one.set_up.end(), other.set_up.begin(), other.set_up.end());
}

} // namespace dialbench::replay
