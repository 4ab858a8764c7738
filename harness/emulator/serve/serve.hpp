// Puts an emulated modem where programs can dial it: a pty of its own, a socat pair, stdin and stdout.
#pragma once

#include "at/expected.hpp"
#include "harness/emulator/dce.hpp"
#include "harness/emulator/exchange.hpp"
#include "harness/emulator/habits.hpp"
#include "harness/transcript/transcript.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace dialbench::serve {

struct Serving {
  double pace = 1.0;
  // When exchange time is 0; the epoch itself: now. Modems that call each other have one.
  std::chrono::steady_clock::time_point start{};
  std::function<void(const transcript::Event&)> record; // as the modem sees it: `received` is what it says
};

// An emulated modem behind a port name. It lives until destroyed; then no link and no child is left behind,
// and the last bytes it wrote could be read (a closed pty master throws them away: serial-ports.md).
class Served {
 public:
  virtual ~Served() = default;
  [[nodiscard]] virtual const std::string& port() const noexcept = 0; // what a dialer opens
  [[nodiscard]] virtual unsigned dials() const noexcept = 0;          // carried out so far
  virtual void unplug() = 0;                                          // the far side goes away at once
  virtual void stop() = 0;                                            // ends serving; run() returns
  virtual void wake() = 0; // somebody else has spoken to the modem: it is ticked soon
  // Serves until stop(), or until the carrier ends by itself (stdin closed, socat gone).
  virtual boost::asio::awaitable<void> run() = 0;
};

using ServedOr = at::Expected<std::unique_ptr<Served>, std::string>; // the error: one line for a person

// `link` empty: no link, the pty's own name. A regular file in the way of the link is never replaced.
ServedOr on_pty(const boost::asio::any_io_executor& executor, const emulator::Exchange& exchange,
                emulator::Habits habits, const std::string& link, Serving serving);
// Starts `socat` with a pair of ptys and serves one side; port() is the other, under `link` (empty: a private
// folder).
ServedOr on_socat(const boost::asio::any_io_executor& executor, const emulator::Exchange& exchange,
                  emulator::Habits habits, const std::string& link, Serving serving);
ServedOr on_stdio(const boost::asio::any_io_executor& executor, const emulator::Exchange& exchange,
                  emulator::Habits habits, Serving serving);

// The same for any modem. It is let go when serving has ended and the handle is gone; who holds it still may
// put it somewhere else then.
ServedOr on_pty(const boost::asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
                const std::string& link, Serving serving);
ServedOr on_socat(const boost::asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
                  const std::string& link, Serving serving);
ServedOr on_stdio(const boost::asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
                  Serving serving);

// Where to listen: an IP address, and a port; 0: any that is free.
struct Address {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;
};
// A port that is listened on, for one client at a time; port() is HOST:PORT. DTR is up while a client is
// there.
ServedOr on_tcp(const boost::asio::any_io_executor& executor, std::unique_ptr<emulator::Dce> modem,
                const Address& address, Serving serving);
// The same with Telnet and its com port option (RFC 2217): DTR, RTS, DCD, DSR, CTS, RI, break.
ServedOr on_rfc2217(const boost::asio::any_io_executor& executor, std::unique_ptr<emulator::Dce> modem,
                    const Address& address, Serving serving);

} // namespace dialbench::serve
