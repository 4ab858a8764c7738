// Joins an emulated modem to what carries it, and to time: the serving side's twin of the runner.
#pragma once

#include "harness/emulator/dce.hpp"
#include "harness/emulator/serve/carrier.hpp"
#include "harness/emulator/serve/serve.hpp"
#include "harness/runner/alarm.hpp"
#include "harness/runner/event.hpp"
#include "harness/runner/join.hpp"
#include "harness/runner/paced_clock.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace dialbench::serve {

class ModemLoop {
 public:
  ModemLoop(const boost::asio::any_io_executor& executor, std::shared_ptr<emulator::Dce> modem,
            Serving serving, std::unique_ptr<Carrier> carrier);
  ModemLoop(const ModemLoop&) = delete;
  ModemLoop& operator=(const ModemLoop&) = delete;

  // Until stop(), unplug(), or the end of the carrier. Before it returns, the dialer has had time to read the
  // last bytes: closing a pty's master throws away what was not read.
  boost::asio::awaitable<void> run();
  void stop();
  void unplug();
  void wake() { alarm_.ring(); }

  [[nodiscard]] const Carrier& carrier() const noexcept { return *carrier_; }
  [[nodiscard]] unsigned dials() const noexcept { return modem_->dials(); }

 private:
  boost::asio::awaitable<void> read();
  boost::asio::awaitable<void> write();
  boost::asio::awaitable<void> keep_time();
  boost::asio::awaitable<void> linger();
  void settle();
  void heed(std::string_view bytes);
  void hear(std::string_view bytes);
  void hear_rest();
  void greet();
  void dismiss(Terminal& terminal);
  void drop_output();
  void record(transcript::Kind kind, std::string_view bytes);

  boost::asio::any_io_executor executor_;
  std::shared_ptr<emulator::Dce> modem_;
  Serving serving_;
  std::unique_ptr<Carrier> carrier_;
  runner::PacedClock clock_;
  runner::Alarm alarm_;
  runner::Event output_;
  runner::Event room_;
  runner::Join join_;
  std::string outgoing_;
  transcript::Event event_;
  runner::PacedClock::Steady::time_point wrote_{};
  bool writing_ = false; // outgoing_ is on its way
  bool dropped_ = false; // and the modem has been told already that it is gone
  bool waits_for_room_ = false;
  bool ending_ = false; // no more input; what the modem has said already still goes out
  bool over_ = false;
  bool unplugged_ = false;
};

// The handle that on_pty and its like give out.
std::unique_ptr<Served> served(std::shared_ptr<ModemLoop> loop);

} // namespace dialbench::serve
