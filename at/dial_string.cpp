#include "at/dial_string.hpp"

#include "at/characters.hpp"
#include "at/command.hpp"
#include "at/dialect.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace dialbench::at {
namespace {

using std::chrono::milliseconds;

using detail::is_control;
using detail::is_digit;
using detail::is_one_of;
using detail::to_upper;

// One signal on the line; the rest of a dial string is modifiers.
bool is_dialled(char c) noexcept { return is_digit(c) || is_one_of(to_upper(c), "ABCD*#"); }
// For the eye only: the modem drops them, and they count for nothing.
bool is_dropped(char c) noexcept { return is_one_of(c, "()-. "); }
bool is_modifier(char c) noexcept { return is_one_of(to_upper(c), ",TPW@!$") || is_dropped(c); }

std::string described(char c) {
  switch (c) {
  case '\r': return "a carriage return (CR)";
  case '\n': return "a line feed (LF)";
  case '\t': return "a tab";
  case '\0': return "a NUL byte";
  default: break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20 && byte < 0x7F) return std::string("'") + c + "'";
  static constexpr char digits[] = "0123456789abcdef";
  return std::string("the byte \\x") + digits[byte >> 4U] + digits[byte & 15U];
}

std::string advice(char c) {
  if (c == '+') return "dial the access code instead (00, 011 ...)";
  if (to_upper(c) == 'L') return "redialling the last number is a command of its own (ATDL)";
  if (c == '"') return "quoted names and addresses are for network modems";
  return "allowed are 0-9 A-D * # , T P W @ ! $ ( ) - . and blank";
}

// Ten pulses a second; a 0 is ten pulses (MT2834MR6 manual, page 92). Letters, * and # have no pulses.
constexpr milliseconds pulse{100};
constexpr milliseconds between_pulse_digits{800};

// What one pass over a dial string adds up to. `wait_tone` and `quiet` differ between the usual and the worst
// case.
milliseconds time_of(std::string_view dial, const DialTiming& timing, milliseconds wait_tone,
                     milliseconds quiet) {
  milliseconds total{0};
  bool by_pulse = false;
  bool pulse_before = false;
  for (const char c : dial) {
    const char modifier = to_upper(c);
    if (is_digit(c) && by_pulse) {
      total += (c == '0' ? 10 : c - '0') * pulse;
      if (pulse_before) total += between_pulse_digits;
      pulse_before = true;
      continue;
    }
    if (is_dialled(c)) {
      if (!by_pulse) total += timing.tone_digit;
      continue;
    }
    switch (modifier) {
    case 'P': by_pulse = true; break;
    case 'T': by_pulse = false; break;
    case ',': total += timing.comma; break;
    case '!': total += timing.flash; break;
    case 'W':
    case '$': total += wait_tone; break;
    case '@': total += quiet; break;
    case ';': return total; // what stands behind it is another command
    default: break;
    }
  }
  return total;
}

} // namespace

Expected<std::string, DialError> check_number(std::string_view number, const Dialect* dialect) {
  const auto fault = [](DialFault kind, std::size_t offset, std::size_t limit = number_characters_max) {
    return Unexpected{DialError{kind, offset, limit}};
  };
  if (number.empty()) return fault(DialFault::empty, 0);
  const std::size_t taken_max = dialect == nullptr ? 0 : dialect->number_characters_max;
  std::size_t taken = 0;
  std::optional<std::size_t> first_too_many;
  bool has_digit = false;
  for (std::size_t at = 0; at < number.size(); ++at) {
    const char c = number[at];
    if (is_control(c)) return fault(DialFault::control_character, at);
    if (c == ';') return fault(DialFault::semicolon, at);
    if (!is_dialled(c) && !is_modifier(c)) return fault(DialFault::not_a_dial_character, at);
    has_digit |= is_dialled(c);
    if (!is_dropped(c) && taken_max != 0 && ++taken > taken_max && !first_too_many) first_too_many = at;
  }
  if (first_too_many) return fault(DialFault::too_long, *first_too_many, taken_max);
  if (number.size() > number_characters_max) return fault(DialFault::too_long, number_characters_max);
  if (!has_digit) return fault(DialFault::no_digit, 0);
  return std::string(number);
}

std::string message(const DialError& error, std::string_view number) {
  const char c = error.offset < number.size() ? number[error.offset] : '\0';
  const std::string place = "character " + std::to_string(error.offset + 1) + " of the number is ";
  switch (error.fault) {
  case DialFault::empty: return "the number is empty; give the digits to dial";
  case DialFault::control_character: return place + described(c) + ": a number holds no control characters";
  case DialFault::semicolon:
    return place + "';': it is no part of a number; ask for staying in command mode instead";
  case DialFault::not_a_dial_character: return place + described(c) + ": not a dial character; " + advice(c);
  case DialFault::no_digit: return "the number holds no digit, only pauses and modifiers";
  case DialFault::too_long: {
    const auto characters = static_cast<std::size_t>(
        error.limit < number_characters_max
            ? std::count_if(number.begin(), number.end(), [](char each) { return !is_dropped(each); })
            : static_cast<std::ptrdiff_t>(number.size()));
    return "the number has " + std::to_string(characters) + " characters; at most " +
           std::to_string(error.limit) + " can be dialled" +
           (error.limit < number_characters_max ? " with this modem" : "");
  }
  }
  return "the number cannot be dialled";
}

milliseconds digits_time(std::string_view dial, const DialTiming& timing) {
  while (!dial.empty() && !is_dialled(dial.back())) dial.remove_suffix(1);
  return time_of(dial, timing, milliseconds{0}, milliseconds{0});
}

milliseconds dial_time(std::string_view dial, const DialTiming& timing) {
  return timing.blind_wait + time_of(dial, timing, timing.wait_tone, timing.quiet);
}

milliseconds dial_time_max(std::string_view dial, const DialTiming& timing) {
  return timing.dial_tone_wait_max + time_of(dial, timing, timing.wait_max, timing.wait_max);
}

std::string_view dial_part(std::string_view command_line) noexcept {
  CommandReader reader(command_line);
  while (const std::optional<Command> command = reader.next())
    if (command->kind == CommandKind::dial) return command->value;
  return {};
}

std::string mask_number(std::string_view number, std::size_t keep) {
  std::string masked(number);
  std::size_t left = 0;
  for (auto at = masked.rbegin(); at != masked.rend(); ++at)
    if ((is_digit(*at) || is_one_of(to_upper(*at), "ABCD")) && left++ >= keep) *at = '#';
  return masked;
}

} // namespace dialbench::at
