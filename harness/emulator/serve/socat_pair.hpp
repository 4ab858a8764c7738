// Two ptys that a `socat` process joins: the modem opens one of them, dialers the other.
//
// It is another program, with a buffer and a death of its own; what goes through it is closer to a cable than
// a pty of ours is. Killing it is how a cable is pulled.
#pragma once

#include "at/expected.hpp"
#include "harness/emulator/serve/child.hpp"
#include "harness/emulator/serve/private_folder.hpp"
#include "harness/emulator/serve/terminal.hpp"

#include <string>

namespace dialbench::serve {

struct SocatPair {
  PrivateFolder folder;
  Child child;
  Descriptor modem_side; // raw, non-blocking
  Terminal dialer_side;
  [[nodiscard]] std::string dialer_link() const { return folder.path() + "/modem"; }
};

// Returns when both sides are there; five seconds at most. The error: one line for a person.
at::Expected<SocatPair, std::string> start_socat();

} // namespace dialbench::serve
