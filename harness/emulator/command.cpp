#include "harness/emulator/command.hpp"

#include "at/characters.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

using at::detail::is_digit;

constexpr unsigned number_max = 99'999; // out of every command's range, and safe to count with

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || std::string_view("!%-./:_").find(c) != std::string_view::npos;
}

} // namespace

std::string normalised(std::string_view body) {
  std::string text(body);
  auto end = text.begin();
  bool quoted = false;
  for (const char c : body) {
    if (c == '"') quoted = !quoted;
    if (c == ' ' && !quoted) continue;
    *end++ = c >= 'a' && c <= 'z' && !quoted ? static_cast<char>(c - 'a' + 'A') : c;
  }
  text.erase(end, text.end());
  return text;
}

std::string_view CommandParser::take(std::size_t characters) {
  const auto taken = rest_.substr(0, characters);
  rest_.remove_prefix(taken.size());
  return taken;
}

std::optional<unsigned> CommandParser::take_number() {
  if (rest_.empty() || !is_digit(rest_.front())) return std::nullopt;
  unsigned number = 0;
  while (!rest_.empty() && is_digit(rest_.front()))
    number = std::min(number * 10 + static_cast<unsigned>(take(1).front() - '0'), number_max);
  return number;
}

Command CommandParser::next() {
  Command command;
  const char c = rest_.front();
  if (c == '?' || c == '=') return register_command(std::nullopt);
  if (c == '+' || c == '#' || c == '-') return extended();
  if (c == 'S') {
    take(1);
    return register_command(take_number().value_or(0)); // a missing number is 0, V.250 5.3.1
  }
  if (c == 'D') {
    take(1);
    command.kind = Command::Kind::dial;
    command.text = take(std::min(rest_.find(';'), rest_.size() - 1) + 1);
    return command;
  }
  const std::size_t length = is_letter(c) ? 1 : 2;
  command.name = take(length);
  if (command.name.size() < length || !is_letter(command.name.back())) return command;
  command.kind = Command::Kind::basic;
  command.number = take_number();
  if (command.name == "&Z") stored_number(command);
  return command;
}

void CommandParser::stored_number(Command& command) {
  if (rest_.starts_with('?')) {
    take(1);
    command.operation = Command::Operation::read;
  } else if (rest_.starts_with('=')) {
    take(1);
    command.operation = Command::Operation::set;
    command.text = take(rest_.size());
  }
}

Command CommandParser::register_command(std::optional<unsigned> number) {
  Command command;
  command.number = number;
  command.kind = Command::Kind::register_select;
  if (rest_.starts_with('?')) {
    take(1);
    command.kind = Command::Kind::register_read;
  } else if (rest_.starts_with('=')) {
    take(1);
    command.kind = Command::Kind::register_write;
    command.value = take_number().value_or(0);
  }
  return command;
}

// A semicolon stands between an extended command and the next one (V.250 5.4).
Command CommandParser::extended() {
  Command command;
  std::size_t length = 1;
  while (length < rest_.size() && is_name_character(rest_[length])) ++length;
  command.name = take(length);
  const auto tail = take(std::min(rest_.find(';'), rest_.size()));
  if (!rest_.empty()) take(1);
  using Operation = Command::Operation;
  command.kind = Command::Kind::extended;
  if (tail.empty())
    command.operation = Operation::act;
  else if (tail == "?")
    command.operation = Operation::read;
  else if (tail == "=?")
    command.operation = Operation::test;
  else if (tail.front() == '=')
    command.operation = Operation::set, command.text = tail.substr(1);
  else
    command.kind = Command::Kind::malformed;
  return command;
}

} // namespace dialbench::emulator
