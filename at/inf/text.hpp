// The bytes of an INF file as text: Windows writes UTF-16 and UTF-8, Windows 95 wrote the code page of its
// country.
#pragma once

#include <string>
#include <string_view>

namespace dialbench::at::inf {

struct Text {
  std::string bytes;
  bool utf8 = false; // false: bytes of an old code page (1252, Shift-JIS ...) as they are
};

// UTF-16 of either order, with a byte order mark or known by where its zero bytes stand, becomes UTF-8; half
// a surrogate pair becomes U+FFFD, an odd last byte is dropped. Everything else is passed through, a UTF-8
// mark taken off.
Text decode(std::string_view bytes);

} // namespace dialbench::at::inf
