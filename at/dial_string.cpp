#include "at/dial_string.hpp"

#include <algorithm>
#include <array>

namespace dialbench::at {
namespace {

using std::chrono::milliseconds;

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr char upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr bool is_letter(char c) noexcept { return upper(c) >= 'A' && upper(c) <= 'Z'; }
bool is_one_of(char c, std::string_view set) noexcept { return set.find(c) != std::string_view::npos; }

// One signal on the line; the rest of a dial string is modifiers.
bool is_dialled(char c) noexcept { return is_digit(c) || is_one_of(upper(c), "ABCD*#"); }
bool is_modifier(char c) noexcept { return is_one_of(upper(c), ",TPW@!$()-. "); }
bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string shown(char c) {
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
  if (upper(c) == 'L') return "redialling the last number is a command of its own (ATDL)";
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
    const char modifier = upper(c);
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

// Steps over one command of a command line (V.250 5.4): &C1, S7=30, +FCLASS=0;, X4. Returns where the next
// begins.
std::size_t behind_command(std::string_view line, std::size_t at) noexcept {
  const auto skip_digits = [&] {
    while (at < line.size() && is_digit(line[at])) ++at;
  };
  const auto skip_quoted_until = [&](std::string_view ends) {
    bool quoted = false;
    for (; at < line.size() && (quoted || !is_one_of(line[at], ends)); ++at)
      if (line[at] == '"') quoted = !quoted;
  };
  const char first = upper(line[at]);
  if (first == '+') { // extended: up to the semicolon, strings in quotes
    skip_quoted_until(";");
    return std::min(at + 1, line.size());
  }
  ++at;
  if (first == 'S') { // S7=30, S7?, S=30 (the last register)
    skip_digits();
    if (at < line.size() && line[at] == '=') {
      ++at;
      skip_digits();
    } else if (at < line.size() && line[at] == '?') {
      ++at;
    }
    return at;
  }
  if (!is_letter(
          first)) { // &C1, %E2, \N3, and vendors' longer names where a value is given: #CID=1, -SEC=1,17
    std::size_t name_end = at;
    while (name_end < line.size() && is_letter(line[name_end])) ++name_end;
    const bool long_name = name_end < line.size() && is_one_of(line[name_end], "=?");
    at = long_name ? name_end : std::min(at + 1, line.size());
  }
  if (at < line.size() && line[at] == '=') ++at;
  while (at < line.size() && (is_digit(line[at]) || line[at] == ',')) ++at;
  if (at < line.size() && line[at] == '?') ++at;
  return at;
}

std::string_view trimmed(std::string_view text) noexcept {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

} // namespace

Expected<std::string, DialError> check_number(std::string_view number) {
  const auto fault = [](DialFault kind, std::size_t offset) { return Unexpected{DialError{kind, offset}}; };
  if (number.empty()) return fault(DialFault::empty, 0);
  bool has_digit = false;
  for (std::size_t at = 0; at < number.size(); ++at) {
    const char c = number[at];
    if (is_control(c)) return fault(DialFault::control_character, at);
    if (c == ';') return fault(DialFault::semicolon, at);
    if (!is_dialled(c) && !is_modifier(c)) return fault(DialFault::not_a_dial_character, at);
    has_digit |= is_dialled(c);
  }
  if (number.size() > number_characters_max) return fault(DialFault::too_long, number_characters_max);
  if (!has_digit) return fault(DialFault::no_digit, 0);
  return std::string(number);
}

std::string message(const DialError& error, std::string_view number) {
  const char c = error.offset < number.size() ? number[error.offset] : '\0';
  const std::string place = "character " + std::to_string(error.offset + 1) + " of the number is ";
  switch (error.fault) {
  case DialFault::empty: return "the number is empty; give the digits to dial";
  case DialFault::control_character: return place + shown(c) + ": a number holds no control characters";
  case DialFault::semicolon:
    return place + "';': it is no part of a number; ask for staying in command mode instead";
  case DialFault::not_a_dial_character: return place + shown(c) + ": not a dial character; " + advice(c);
  case DialFault::no_digit: return "the number holds no digit, only pauses and modifiers";
  case DialFault::too_long:
    return "the number has " + std::to_string(number.size()) + " characters; at most " +
           std::to_string(number_characters_max) + " can be dialled";
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
  const std::string_view line = trimmed(command_line);
  if (line.size() < 3 || upper(line[0]) != 'A' || upper(line[1]) != 'T') return {};
  for (std::size_t at = 2; at < line.size();) {
    if (upper(line[at]) == 'D') return trimmed(line.substr(at + 1));
    if (line[at] == ' ' || line[at] == ';') {
      ++at;
      continue;
    }
    at = behind_command(line, at);
  }
  return {};
}

std::string mask_number(std::string_view number, std::size_t keep) {
  std::string masked(number);
  std::size_t left = 0;
  for (auto at = masked.rbegin(); at != masked.rend(); ++at)
    if (is_digit(*at) && left++ >= keep) *at = '#';
  return masked;
}

} // namespace dialbench::at
