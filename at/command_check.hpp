// What is wrong or odd about a command line before it is sent (V.250 5.2 - 5.4), each with its place.
//
//   for (const at::CommandRemark& remark : at::remarks_on("ATS7=300&"))
//     at::message(remark, "ATS7=300&"); // character 6 ...: S-registers hold 0 to 255
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::at {

struct Dialect;

// V.250 5.2 promises a command line of at least so many characters behind AT.
inline constexpr std::size_t command_characters_promised = 40;
// More remarks than these tell nobody anything new.
inline constexpr std::size_t command_remarks_max = 32;

enum class CommandFault : std::uint8_t {
  // No modem would do what is meant: the line is refused.
  empty,
  no_prefix,         // it begins with neither AT nor A/
  control_character, // CR, LF, NUL ...: the line ends itself when it is sent
  not_ascii,         // modems look at seven bits
  too_long,          // for this dialect's modem
  // Odd: it may be meant so, and is sent.
  mixed_prefix,         // At, aT: no autobaud
  longer_than_promised, // beyond the 40 that every modem takes, and nothing is known of this one
  stray_character,      // it begins no command
  missing_name,         // & and + alone
  name_too_long,        // more than the 16 characters of V.250 5.4.1
  missing_value,        // S7=, +MS=: read as 0, or as an error
  register_value,       // S-registers hold 0 to 255
  value_without_sign,   // +GCAP 1: a semicolon or = is missing (the digits of +FCLASS0 are part of its name)
  open_string,          // a quote that is not closed
  empty_dial,           // D alone goes off-hook and dials nothing
  behind_dial           // commands behind the ; that ends the number
};
// Whether a line with this fault is not to be sent.
constexpr bool is_refused(CommandFault fault) noexcept { return fault <= CommandFault::too_long; }

struct CommandRemark {
  CommandFault fault = CommandFault::empty;
  std::size_t offset = 0; // 0-based byte in the line
  std::size_t limit = 0;  // characters: of too_long and longer_than_promised
  friend bool operator==(const CommandRemark&, const CommandRemark&) = default;
};

// In the order of their places; none where the line is well. The line is given without its terminator. Its
// length is counted without AT and blanks. Numbers have their own check (check_number).
std::vector<CommandRemark> remarks_on(std::string_view line, const Dialect* dialect = nullptr);

// One line for a person: where, what, why. Nothing of the line but printable characters is repeated.
std::string message(const CommandRemark& remark, std::string_view line);

} // namespace dialbench::at
