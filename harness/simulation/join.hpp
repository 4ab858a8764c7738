// Joins a session and an emulated modem in memory, under virtual time: a 60-second carrier wait costs a
// microsecond.
#pragma once

#include "harness/emulator/dce.hpp"
#include "harness/session/session.hpp"
#include "harness/transcript/transcript.hpp"

#include <cstdint>
#include <functional>

namespace dialbench::simulation {

struct Join {
  // How the modem's bytes are cut into chunks: 0 leaves them whole, any other number is a seed.
  std::uint64_t chunk_seed = 0;
  // Whether the port carries DTR and DCD, as a UART does; a pty carries neither.
  bool lines = true;
  Duration limit = std::chrono::hours(2);
  std::function<void(const transcript::Event&)> record;
};

enum class Ended : std::uint8_t {
  with_outcome,
  stuck,   // nothing was going to happen any more
  too_long // past `limit`, or an event a microsecond without end
};

struct Result {
  Ended ended = Ended::with_outcome;
  Time at{}; // the exchange's time
};

// Runs the session against the modem until it has an outcome. A modem that the exchange unplugs is a lost
// port. `start` is the exchange's time, so that a modem can be used again; the session counts from 0. A modem
// without room takes nothing, as with RTS/CTS.
Result join(session::Session& session, emulator::Dce& modem, const Join& options = {}, Time start = {});

} // namespace dialbench::simulation
