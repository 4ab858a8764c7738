// The commands that a running emulator takes, a line each:
//
//   ring N [from NUMBER] [rings COUNT]   somebody calls modem N
//   drop N                               the line goes dead for a moment: a call is over
//   fault N KIND [KEY=VALUE ...]         something goes wrong on the way (docs/scenarios.md)
//   unplug N, plug N                     the port goes away, and comes back under the same name
//   status                               a line for each modem
//
// A reply is what was asked for and `ok`, or `error: ` and why.
#pragma once

#include "harness/emulator/serve/fleet.hpp"

#include <string>
#include <string_view>

namespace dialbench::serve {

inline constexpr std::size_t control_line_max = 256; // bytes; a longer line is an error

// One line without its end.
std::string obey(Fleet& fleet, std::string_view line);

// Lines from a stream of bytes, however they are cut.
class ControlLines {
 public:
  explicit ControlLines(Fleet& fleet)
      : fleet_(fleet) {}
  std::string feed(std::string_view bytes); // the replies
  std::string finish();                     // to the last line, where it has no end

 private:
  Fleet& fleet_;
  std::string line_;
  bool overlong_ = false;
};

} // namespace dialbench::serve
