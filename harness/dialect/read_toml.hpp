// A dialect that a user writes, as docs/dialects.md explains it:
//
//   id = "acme"              required; letters, digits, - and _; no built-in one's
//   title = "Acme 56K"       source = "its manual, page 12"
//   base = "usr"             a built-in dialect, whose rows hold wherever this file has none
//   number_characters_max = 36   blacklist_reset = "AT%TCB"   blacklist_list = "AT%TC?"
//   [[row]]                  a result of the modem: a number, a word or both, and what it means
//   number = 10   word = "CONNECT 2400"   meaning = "connect"   dce = 2400   dte = 9600
//   error_control = false    compression = false
//   [[report]]               what it can be asked about its last call, best first
//   kind = "usr_link"        command = "ATI6"
#pragma once

#include "at/expected.hpp"
#include "at/owned_dialect.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dialbench::dialect {

// The keys at the top, blank-separated; toml_row.hpp has the others.
inline constexpr std::string_view top_keys =
    "id title source base number_characters_max blacklist_reset blacklist_list row report";

inline constexpr std::size_t toml_bytes_max = std::size_t{1024} * 1024;
inline constexpr std::size_t rows_max = 5000;
inline constexpr std::size_t reports_max = 20;

// The dialect, or one line "file:line:column: found; expected ...". `file` is only for messages.
at::Expected<at::DialectParts, std::string> read_toml(std::string_view text, std::string_view file);

} // namespace dialbench::dialect
