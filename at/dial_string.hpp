// Dial strings: what may stand in one, what it costs in time, how it is shown (V.250 6.3.1; timing.md,
// section 2).
#pragma once

#include "at/expected.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dialbench::at {

struct Dialect;

enum class DialFault : std::uint8_t {
  empty,
  control_character, // CR, LF, NUL or another control byte
  semicolon,         // staying in command mode is an option of the dial, not a character of the number
  not_a_dial_character,
  no_digit, // only modifiers and pauses
  too_long
};

// V.250 asks for 40 characters of command line at least; USR refused more than 35 digits; most buffers
// hold 60.
inline constexpr std::size_t number_characters_max = 64;

struct DialError {
  DialFault fault = DialFault::empty;
  std::size_t offset = 0;                    // 0-based byte in the number
  std::size_t limit = number_characters_max; // what too_long went beyond
};
// One line for a person: what is wrong, where, what is allowed.
std::string message(const DialError& error, std::string_view number);

// Legal: 0-9 A-D * # and the modifiers , T P W @ ! $, and ( ) - . blank, which take no time. Letters in
// either case. Not +: a modem has no such key. Not L or S=n: they redial, and name no number. Returns the
// number as it was given. Where the dialect is known and says how long a number its modem takes, that holds
// too; ( ) - . and blanks do not count there.
Expected<std::string, DialError> check_number(std::string_view number, const Dialect* dialect = nullptr);

enum class Tone : std::uint8_t { tone, pulse, as_stored };

struct DialTiming {
  std::chrono::milliseconds blind_wait{2000}; // S6, or the dial-tone wait that is typical
  std::chrono::milliseconds tone_digit{190};  // 2 x S11
  std::chrono::milliseconds comma{2000};      // S8
  std::chrono::milliseconds flash{700};
  std::chrono::milliseconds wait_tone{2000}; // W, typical
  std::chrono::milliseconds quiet{5000};     // @
  std::chrono::milliseconds dial_tone_wait_max{10000};
  std::chrono::milliseconds wait_max{50000}; // S7, which ends W, $ and @
};
// Off-hook to last digit, by the formula and examples of timing.md section 2. `dial` is what stands behind D:
// T5551212.
std::chrono::milliseconds dial_time(std::string_view dial, const DialTiming& timing = {});
// Without any wait for a tone or for silence: how soon after off-hook the last digit can be out at the
// earliest.
std::chrono::milliseconds digits_time(std::string_view dial, const DialTiming& timing = {});
// The same where every wait takes as long as it may.
std::chrono::milliseconds dial_time_max(std::string_view dial, const DialTiming& timing = {});

// Whether a command line (ATDT5551212, ATX4DT..., at&fd555) dials, and what stands behind the D; the commands
// in front are stepped over as at/command.hpp reads them. Empty where it does not dial, and for a bare ATD. A
// view of `command_line`: T5551212; for ATX4DT5551212;
std::string_view dial_part(std::string_view command_line) noexcept;

// 5551234 -> #####34: all but the last `keep` digits; A-D are digits of the keypad.
std::string mask_number(std::string_view number, std::size_t keep = 2);

} // namespace dialbench::at
