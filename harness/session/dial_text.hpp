// Small readings of dial strings and command lines that the steps share.
#pragma once

#include <algorithm>
#include <string_view>

namespace dialbench::session {

// A command line as it was written, without the line ends behind it.
inline std::string_view without_return(std::string_view text) {
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

// T5551234 -> 5551234: how it is dialled is no part of the number.
inline std::string_view without_tone(std::string_view dial) {
  return dial.substr(std::min(dial.find_first_not_of("TtPp"), dial.size()));
}

} // namespace dialbench::session
