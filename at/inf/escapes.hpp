// The bytes that INF files write as <cr>, <lf>, <hXX> (two hexadecimal digits) and << for <, in any case of
// their letters (MSDN, Responses; unimodem.md, sections 1 and 2).
#pragma once

#include <string>
#include <string_view>

namespace dialbench::at::inf {

struct Unescaped {
  std::string bytes;
  // The first < that begins none of the four, and what follows it up to >; it stays in the bytes as it was.
  // Settings have one that is right: <#>. A <cr or <lf at the very end is told of here and read as if closed.
  std::string unknown;
};

Unescaped unescape(std::string_view text);

// What `text` begins with: how many of its characters one escape takes (0: none stands here), and its byte.
struct Escape {
  std::size_t length = 0;
  char byte = 0;
};
Escape escape_at(std::string_view text) noexcept;

} // namespace dialbench::at::inf
