// The Asio shell: joins a session to a port and to time. Many at once on one thread.
#pragma once

#include "harness/port/port.hpp"
#include "harness/runner/stopper.hpp"
#include "harness/session/session.hpp"
#include "harness/transcript/transcript.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>

namespace dialbench::runner {

struct Run {
  double pace = 1.0; // exchange seconds per real second (design, decision 13)
  // All of them may be empty. `record` gets every byte, direction and time as it passes; it must not block.
  // If it throws, it is not called again, and the call goes on.
  std::function<void(const transcript::Event&)> record;
  std::function<void(transcript::Event&)> cover; // hides what neither `record` nor the log may have
  std::function<void(const session::Session&, Time now)>
      progress;               // after each change, and about four times a second
  Stopper* stopper = nullptr; // outlives the run
};

// Runs the session to its end. The port stays open; closing it is the caller's. When the caller is cancelled,
// or an exception leaves `progress`, everything pending is ended first; the session then has no outcome.
//
// Name the options before the co_await: g++ 12 destroys a braced temporary in such a statement twice.
boost::asio::awaitable<void> run(session::Session& session, port::Port& port, Run options);

} // namespace dialbench::runner
