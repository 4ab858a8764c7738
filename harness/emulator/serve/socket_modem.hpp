// A modem on a listening port: one client at a time, whose coming raises DTR and whose leaving drops it. A
// second one is turned away. What a client sends or leaves unread touches no other modem: one write is under
// way at a time, and nothing is read while much waits to be written.
#pragma once

#include "harness/emulator/dce.hpp"
#include "harness/emulator/serve/serve.hpp"
#include "harness/emulator/serve/wire.hpp"
#include "harness/runner/alarm.hpp"
#include "harness/runner/event.hpp"
#include "harness/runner/join.hpp"
#include "harness/runner/paced_clock.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <string>

namespace dialbench::serve {

class SocketModem {
 public:
  using MakeWire = std::unique_ptr<Wire> (*)();
  SocketModem(boost::asio::ip::tcp::acceptor acceptor, std::string port, std::unique_ptr<emulator::Dce> modem,
              Serving serving, MakeWire make_wire);
  SocketModem(const SocketModem&) = delete;
  SocketModem& operator=(const SocketModem&) = delete;

  boost::asio::awaitable<void> run(); // until stop() or unplug()
  void stop();                        // what the modem has said goes out first
  void unplug();                      // the client's connection is reset
  void wake() { alarm_.ring(); }

  [[nodiscard]] const std::string& port() const noexcept { return port_; }
  [[nodiscard]] unsigned dials() const noexcept { return modem_->dials(); }

 private:
  boost::asio::awaitable<void> accept();
  boost::asio::awaitable<void> talk(boost::asio::ip::tcp::socket client);
  boost::asio::awaitable<void> read();
  boost::asio::awaitable<void> write();
  boost::asio::awaitable<void> say_goodbye();
  boost::asio::awaitable<void> keep_time();
  void settle();
  void hang_up();
  void reset_client();
  [[nodiscard]] bool may_read() const;
  void record(transcript::Kind kind, std::string_view bytes);

  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::ip::tcp::socket client_;
  std::string port_;
  std::unique_ptr<emulator::Dce> modem_;
  Serving serving_;
  MakeWire make_wire_;
  std::unique_ptr<Wire> wire_; // null: no client
  runner::PacedClock clock_;
  runner::Alarm alarm_;
  runner::Event output_;
  runner::Event room_;
  runner::Join join_;
  boost::asio::steady_timer limit_; // of the last write
  transcript::Event event_;
  bool waits_for_room_ = false;
  bool leaving_ = false; // the client has sent its last byte
  bool over_ = false;
  bool unplugged_ = false;
};

} // namespace dialbench::serve
