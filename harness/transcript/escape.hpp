// Bytes as printable ASCII and back: C's escapes. What a modem sends may hold anything; shown through here it
// cannot move a cursor, end a line or open a tag of a terminal (design, decision 8). Transcripts and reports
// both use it.
#pragma once

#include "at/expected.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace dialbench::transcript {

// CR, LF and tab become \r, \n and \t; the backslash and the double quote get a backslash; every other byte
// outside 0x20-0x7e becomes \x and exactly two digits. At most four characters a byte.
void append_escaped(std::string& out, std::string_view bytes);
std::string escaped(std::string_view bytes);
// The same between double quotes.
void append_quoted(std::string& out, std::string_view bytes);
std::string quoted(std::string_view bytes);
// And to a place with room for so many characters; gives the place behind them.
constexpr std::size_t quoted_max(std::size_t bytes) noexcept { return 4 * bytes + 2; }
char* put_quoted(char* to, std::string_view bytes) noexcept;

struct EscapeFault {
  std::size_t offset = 0; // 0-based, of the first character that cannot be read
  std::string what;       // "a double quote without a backslash"
};

// Exactly what escaped() was given, and what other writers of C strings produce: \a \b \e \f \v \' \? too,
// one to three octal digits, \x with one or two digits (C would go on; a byte has no more). A raw tab and
// bytes from 0x80 on stand for themselves; other control bytes and a bare double quote are faults. The result
// is never longer than `text`.
at::Expected<std::string, EscapeFault> unescaped(std::string_view text);

} // namespace dialbench::transcript
