// What a report says beside the verdict: on which line the call was made, and what there is to remark.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::report {

enum class LineKind : std::uint8_t {
  real,     // a port that may have a phone line behind it
  emulated, // the embedded exchange, or a pty: no phone line is used
  simulator // the user says that a line simulator is behind the port
};
std::string_view name(LineKind line) noexcept;

struct Setting {
  LineKind line = LineKind::emulated;
  std::string port;                 // as opened; empty: the embedded exchange
  std::vector<std::string> remarks; // a sentence each, printed behind the causes
  int exit_status = 0;
};

} // namespace dialbench::report
