// As many modems as asked on one exchange and one thread. They have one clock and can call each other.
#pragma once

#include "harness/emulator/modem.hpp"
#include "harness/emulator/serve/serve.hpp"
#include "harness/emulator/station.hpp"
#include "harness/runner/paced_clock.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dialbench::serve {

class Fleet {
 public:
  // How the Nth modem (from 1) is put where programs find it.
  using Put = std::function<ServedOr(unsigned n, std::unique_ptr<emulator::Dce> modem, Serving serving)>;

  // `exchange` outlives the fleet.
  Fleet(boost::asio::any_io_executor executor, const emulator::Exchange& exchange, double pace, Put put);
  Fleet(const Fleet&) = delete;
  Fleet& operator=(const Fleet&) = delete;
  ~Fleet();

  // The error: one line for a person; the modem is not there then.
  std::string add(emulator::Station station);
  // One of any other kind, which hangs on no exchange: nobody can call it. Made anew each time it is plugged
  // in.
  using Make = std::function<std::unique_ptr<emulator::Dce>()>;
  std::string add(Make make);
  [[nodiscard]] std::size_t size() const noexcept { return modems_.size(); }
  [[nodiscard]] const std::string& port(unsigned n) const;

  // Serves all of them. `ended` is called when the carrier of one has ended by itself, or has failed.
  using Ended = std::function<void(unsigned n, std::exception_ptr failure)>;
  void run(Ended ended);
  void stop();

  // What may be done to the Nth modem while it is served. The error: one line; none: it is done.
  std::string ring(unsigned n, const emulator::Caller& caller, unsigned rings);
  std::string drop(unsigned n);
  std::string unplug(unsigned n);
  std::string plug(unsigned n);
  // Lets something go wrong on the way to the modem, in the words of faults/fault.hpp: `parity count=3`.
  std::string fault(unsigned n, std::string_view words);
  // Who puts the modems there may have put faults around them.
  using Inject = std::function<std::string(unsigned n, std::string_view words, Time now)>;
  void inject_by(Inject inject) { inject_ = std::move(inject); }
  // A line for each: modem 2 /tmp/modem2 5550202 talking dials=3. Of one on no exchange: modem 1 /tmp/modem -
  // serving dials=0
  [[nodiscard]] std::string status() const;

 private:
  struct One;
  [[nodiscard]] One* find(unsigned n) const;
  std::string add(std::unique_ptr<One> one);
  std::unique_ptr<emulator::Dce> make(One& one);
  std::string put(One& one);
  void serve(One& one);

  boost::asio::any_io_executor executor_;
  const emulator::Exchange& exchange_;
  double pace_;
  std::chrono::steady_clock::time_point start_;
  runner::PacedClock clock_;
  Put put_;
  Ended ended_;
  Inject inject_;
  emulator::Switch switch_;
  std::vector<std::unique_ptr<One>> modems_;
  bool running_ = false;
};

} // namespace dialbench::serve
