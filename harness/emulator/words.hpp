// The words of result codes, as the emulated modem writes them.
#pragma once

#include <string_view>

namespace dialbench::emulator {

namespace words {
inline constexpr std::string_view ok = "OK";
inline constexpr std::string_view connect = "CONNECT";
inline constexpr std::string_view ring = "RING";
inline constexpr std::string_view no_carrier = "NO CARRIER";
inline constexpr std::string_view error = "ERROR";
inline constexpr std::string_view no_dialtone = "NO DIALTONE";
inline constexpr std::string_view busy = "BUSY";
inline constexpr std::string_view no_answer = "NO ANSWER";
inline constexpr std::string_view ringing = "RINGING";
inline constexpr std::string_view voice = "VOICE";
inline constexpr std::string_view fax = "FAX";
inline constexpr std::string_view delayed = "DELAYED";
inline constexpr std::string_view blacklisted = "BLACKLISTED";
inline constexpr std::string_view line_in_use = "LINE IN USE";
} // namespace words

// Whether a dial that a modem answers with this is over without a connection.
bool ends_dial(std::string_view word) noexcept;
// CONNECT, alone or with whatever stands behind it.
bool is_connect(std::string_view line) noexcept;

} // namespace dialbench::emulator
