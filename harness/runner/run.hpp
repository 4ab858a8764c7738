// The Asio shell: joins a session to a port and to time. Many at once on one thread.
#pragma once

#include "harness/port/port.hpp"
#include "harness/session/session.hpp"
#include "harness/transcript/transcript.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>

namespace dialbench::runner {

struct Run {
  double pace = 1.0; // exchange seconds per real second (design, decision 13)
  // Both may be empty. `record` gets every byte, direction and time as it passes; it must not block.
  std::function<void(const transcript::Event&)> record;
  std::function<void(const session::Session&, Time now)> progress; // after each change, and about four times a second
};

// Runs the session to its end. The port stays open; closing it is the caller's.
boost::asio::awaitable<void> run(session::Session& session, port::Port& port, Run options);

// Asks a running session to stop as Ctrl-C does: post it to the same executor as run().
} // namespace dialbench::runner
