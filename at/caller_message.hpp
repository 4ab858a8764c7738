// Inside of add_line(CallerId): the raw message of the exchange, as MESG and AT#CID=2 tell it in hexadecimal
// (Telcordia GR-30; ETSI EN 300 659-3):
//
//   message = type length body checksum     all bytes add up to 0 modulo 256
//   type 04  single data message: MMDDHHMM, then the number, P or O
//   type 80  multiple data message: parameters of type, length and data
#pragma once

#include "at/caller_id.hpp"

#include <cstdint>
#include <string_view>

namespace dialbench::at::caller {

enum class MessageForm : std::uint8_t { none, whole, without_checksum };
// Whether `hexadecimal` has the form of a message: its type, and as many bytes as its length says.
MessageForm message_form(std::string_view hexadecimal) noexcept;
// Adds what the message says, or nothing: false where the checksum or a length does not hold. Parameters that
// are not known are kept.
bool decode_message(CallerId& caller, std::string_view hexadecimal);

// The parts of a caller's identity, in the forms of both lines and messages; false where the text is no such.
bool set_date(CallerId& caller, std::string_view text);   // MMDD
bool set_time(CallerId& caller, std::string_view text);   // HHMM
bool set_number(CallerId& caller, std::string_view text); // digits, P or O
bool set_called(CallerId& caller, std::string_view text);
bool set_name(CallerId& caller, std::string_view text);
void keep(CallerId& caller, std::string_view key, std::string_view value);

} // namespace dialbench::at::caller
