// A pseudo terminal of our own: the modem sits at its master, dialers open the terminal.
#pragma once

#include "at/expected.hpp"
#include "harness/emulator/serve/descriptor.hpp"
#include "harness/emulator/serve/terminal.hpp"

#include <string>

namespace dialbench::serve {

struct Pty {
  Descriptor master; // non-blocking, closed on exec
  Terminal terminal;
};

// The error: one line for a person.
at::Expected<Pty, std::string> open_pty();

} // namespace dialbench::serve
