#include "at/command.hpp"

#include "at/characters.hpp"

#include <algorithm>

namespace dialbench::at {
namespace {

using detail::is_digit;
using detail::is_letter;
using detail::is_one_of;
using detail::to_upper;

// V.250 5.2.2: blanks are there for the reader only, and control characters are passed over.
bool is_passed_over(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F;
}
// What stands around a line or a number without being of it. Other control bytes stay, so that who checks a
// number finds them.
bool is_around(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// & is Hayes', the others are of vendors. A colon begins Silicon Labs' register commands, which are written
// like extended ones.
bool is_vendor_mark(char c) noexcept { return is_one_of(c, "&\\%*#-$@^\"~'!|"); }
// V.250 5.4.1: what the name behind + is made of.
bool is_of_extended_name(char c) noexcept { return is_letter(c) || is_digit(c) || is_one_of(c, "!%-./:_"); }

} // namespace

CommandReader::CommandReader(std::string_view line) noexcept
    : line_(line)
    , end_(line.size()) {
  while (end_ > 0 && is_around(line_[end_ - 1])) --end_;
  place_ = behind_blanks(0);
  const bool a = to_upper(at(place_)) == 'A';
  has_prefix_ = a && to_upper(at(place_ + 1)) == 'T';
  repeats_ = a && at(place_ + 1) == '/' && place_ + 2 == end_;
  if (has_prefix_) place_ += 2;
}

char CommandReader::at(std::size_t place) const noexcept { return place < end_ ? line_[place] : '\0'; }

std::size_t CommandReader::behind_blanks(std::size_t place) const noexcept {
  while (place < end_ && is_passed_over(line_[place])) ++place;
  return place;
}

std::size_t CommandReader::behind_digits(std::size_t place) const noexcept {
  while (is_digit(at(place))) ++place;
  return place;
}

std::size_t CommandReader::behind_letters(std::size_t place) const noexcept {
  while (is_letter(at(place))) ++place;
  return place;
}

// 1,17 and behind = also "a text",2: what a vendor's command can be given without a semicolon behind it.
std::size_t CommandReader::behind_numbers(std::size_t place, bool strings) const noexcept {
  while (is_digit(at(place)) || is_one_of(at(place), strings ? ",.\"" : ",.")) {
    if (at(place) == '"') {
      const std::size_t close = line_.substr(0, end_).find('"', place + 1);
      if (close == std::string_view::npos) return end_;
      place = close;
    }
    ++place;
  }
  return place;
}

// The semicolon that ends an extended command: not one inside a string (5.4.2.2).
std::size_t CommandReader::semicolon_from(std::size_t place) const noexcept {
  for (bool quoted = false; place < end_ && (quoted || line_[place] != ';'); ++place)
    if (line_[place] == '"') quoted = !quoted;
  return place;
}

// Behind a mark stands one letter (&C1) or a name. It is a name where a value is given (#CID=1, -SEC?), where
// nothing follows (AT#UD, AT%TCB), and with # and $ where a number follows ($EB1), unless that would hide a D
// that dials.
std::size_t CommandReader::behind_name(std::size_t mark) const noexcept {
  const std::size_t begin = behind_blanks(mark + 1);
  const std::size_t end = behind_letters(begin);
  if (end - begin < 2) return end == begin ? mark + 1 : end;
  const char behind = at(behind_blanks(end));
  if (is_one_of(behind, "=?")) return end;
  const char kind = line_[mark];
  if (kind == '&' || kind == '\\') return begin + 1;
  if (to_upper(line_[begin]) == 'D' && is_one_of(to_upper(line_[begin + 1]), "TP")) return mark + 1;
  if (end == end_ || behind == ';') return end;
  std::string_view name = line_.substr(begin, end - begin);
  if (is_one_of(to_upper(name.back()), "TP")) name.remove_suffix(1);
  const bool hides_dial = !name.empty() && to_upper(name.back()) == 'D';
  return is_one_of(kind, "#$") && is_digit(behind) && !hides_dial ? end : begin + 1;
}

Command CommandReader::made(CommandKind kind, std::size_t begin, std::size_t name_end) const noexcept {
  Command command;
  command.kind = kind;
  command.offset = begin;
  command.name = line_.substr(begin, name_end - begin);
  return command;
}

void CommandReader::finish(Command& command, std::size_t end) noexcept {
  place_ = end;
  while (end > command.offset && is_around(line_[end - 1])) --end;
  command.text = line_.substr(command.offset, end - command.offset);
}

// Where the value begins, behind the = of a command that sets.
std::size_t CommandReader::behind_equals(Command& command, std::size_t name_end) const noexcept {
  const std::size_t value = behind_blanks(name_end);
  if (at(value) != '=') return value;
  command.form = CommandForm::set;
  return behind_blanks(value + 1);
}

// The value ends here, or at the ? behind it.
void CommandReader::finish_asked(Command& command, std::size_t value, std::size_t end) noexcept {
  command.value = line_.substr(value, end - value);
  if (at(end) == '?') {
    command.form = command.form == CommandForm::set ? CommandForm::test : CommandForm::read;
    ++end;
  }
  finish(command, end);
}

Command CommandReader::basic(std::size_t begin) noexcept {
  Command command = made(CommandKind::basic, begin, begin + 1);
  const std::size_t value = behind_equals(command, begin + 1);
  finish_asked(command, value, behind_digits(value));
  return command;
}

Command CommandReader::prefixed(std::size_t begin) noexcept {
  const std::size_t name_end = behind_name(begin);
  Command command = made(CommandKind::prefixed, begin, name_end);
  const std::size_t value = behind_equals(command, name_end);
  finish_asked(command, value, behind_numbers(value, command.form == CommandForm::set));
  return command;
}

Command CommandReader::s_register(std::size_t begin) noexcept {
  std::size_t name_end = begin;
  if (to_upper(at(begin)) == 'S') {
    name_end = behind_digits(behind_blanks(begin + 1));
    // S42.6: one bit of a register (USR, ZyXEL).
    if (at(name_end) == '.' && is_digit(at(name_end + 1))) name_end = behind_digits(name_end + 1);
    // No number: S=30. The blanks looked behind are not of the name.
    if (!is_digit(at(name_end - 1))) name_end = begin + 1;
  }
  Command command = made(CommandKind::s_register, begin, name_end);
  std::size_t end = name_end;
  std::size_t value = behind_blanks(name_end);
  if (at(value) == '=') {
    command.form = CommandForm::set;
    value = behind_blanks(value + 1);
    end = behind_digits(value);
    command.value = line_.substr(value, end - value);
    if (command.value.empty() && at(end) == '?') {
      command.form = CommandForm::test;
      ++end;
    }
  } else if (at(value) == '?') {
    command.form = CommandForm::read;
    end = value + 1;
  }
  finish(command, end);
  return command;
}

Command CommandReader::extended(std::size_t begin) noexcept {
  std::size_t name_end = begin + 1;
  if (line_[begin] == '+') {
    while (is_of_extended_name(at(name_end))) ++name_end;
  } else {
    name_end = behind_letters(name_end); // :U42,0022
  }
  Command command = made(CommandKind::extended, begin, name_end);
  const std::size_t end = semicolon_from(name_end);
  std::size_t value = behind_blanks(name_end);
  std::size_t value_end = end;
  while (value_end > value && is_passed_over(line_[value_end - 1])) --value_end;
  if (value < value_end && line_[value] == '=') {
    value = std::min(behind_blanks(value + 1), value_end);
    command.form = at(value) == '?' && value + 1 == value_end ? CommandForm::test : CommandForm::set;
  } else if (value < value_end && line_[value] == '?' && value + 1 == value_end) {
    command.form = CommandForm::read;
  }
  if (command.form == CommandForm::set || command.form == CommandForm::action)
    command.value = line_.substr(value, value_end - std::min(value, value_end));
  finish(command, end);
  return command;
}

Command CommandReader::dial(std::size_t begin) noexcept {
  Command command = made(CommandKind::dial, begin, begin + 1);
  std::size_t value = begin + 1;
  while (value < end_ && is_around(line_[value])) ++value;
  command.value = line_.substr(value, end_ - value);
  finish(command, end_);
  return command;
}

std::optional<Command> CommandReader::next() noexcept {
  if (repeats_) {
    Command command = made(CommandKind::repeat, place_, end_);
    finish(command, end_);
    repeats_ = false;
    return command;
  }
  if (!has_prefix_) return std::nullopt;
  while (place_ < end_ && (is_passed_over(line_[place_]) || line_[place_] == ';')) ++place_;
  if (place_ == end_) return std::nullopt;
  const char first = to_upper(line_[place_]);
  if (first == 'D') return dial(place_);
  if (first == 'S' || first == '=' || first == '?') return s_register(place_);
  if (first == '+' || first == ':') return extended(place_);
  if (is_letter(first)) return basic(place_);
  if (is_vendor_mark(first)) return prefixed(place_);
  Command stray = made(CommandKind::stray, place_, place_);
  finish(stray, place_ + 1);
  return stray;
}

std::vector<Command> split_commands(std::string_view line) {
  std::vector<Command> commands;
  CommandReader reader(line);
  while (const std::optional<Command> command = reader.next()) commands.push_back(*command);
  return commands;
}

} // namespace dialbench::at
