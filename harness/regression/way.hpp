// The three ways to run the same scenario.
#pragma once

#include <cstdint>

namespace dialbench::regression {

enum class Way : std::uint8_t {
  serial,  // the real driver, a socat pair, at the scenario's pace
  pty,     // the real driver on the emulated modem's own pty, at twice the pace
  simulate // session and emulated modem in memory, under virtual time; no file descriptors
};

} // namespace dialbench::regression
