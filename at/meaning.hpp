// What a line from a modem means, and what part it plays in the dialogue.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dialbench::at {

// The meaning of one line. The names (name(), below) are part of the program's interface: classify prints
// them.
enum class Meaning : std::uint8_t {
  ok,             // the command line was executed
  progress,       // the call goes on: DIALING, CED ...
  ringing,        // the far end rings: RINGING, RRING
  carrier,        // CARRIER n: a carrier was found, no verdict yet
  protocol,       // PROTOCOL: ..., +ER
  compression,    // COMPRESSION: ..., +DR
  modulation,     // Modulation: ..., +MCR
  rate,           // +MRR, +ILRR: a rate that stands on a line of its own
  info,           // text that answers a query, or that nobody knows
  connect,        // CONNECT and everything behind it
  command_error,  // ERROR, +CME ERROR: n, COMMAND NOT SUPPORTED
  voice_answer,   // VOICE
  fax_answer,     // FAX
  data_answer,    // DATA, as the kind of an answer
  fcerror,        // +FCERROR
  unknown_result, // written as a result code, but in no table
  no_carrier,
  no_dialtone, // NO DIALTONE, NO DIAL TONE, NO PROMPTTONE, NO LINE
  line_in_use, // LINE IN USE, PHONE OFF-HOOK
  busy,
  no_answer,
  ring, // an incoming call
  blacklisted,
  delayed,
  caller_id,  // DATE =, TIME =, NMBR =, NAME =, MESG =
  diagnostics // DIAG <...>: AT#UD
};

// V.250 5.7.1 names the three kinds of result code; the rest of a reply is information text.
enum class Role : std::uint8_t { final, intermediate, unsolicited, information };

Role role(Meaning meaning) noexcept;
std::string_view name(Meaning meaning) noexcept;
std::optional<Meaning> meaning_named(std::string_view name) noexcept;

} // namespace dialbench::at
