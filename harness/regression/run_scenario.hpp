// Runs one scenario: an emulated modem behind a socat pair or a pty of its own, the real serial driver, the
// real session; or both in memory.
#pragma once

#include "harness/emulator/calling_party.hpp"
#include "harness/emulator/replay/comparison.hpp"
#include "harness/evidence/outcome.hpp"
#include "harness/regression/scenario.hpp"
#include "harness/regression/way.hpp"
#include "harness/transcript/transcript.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dialbench::regression {

struct Ran {
  std::string problem;                       // why it could not be run; empty: it was
  std::vector<evidence::Outcome> outcomes;   // one for each attempt
  std::vector<transcript::Event> transcript; // all attempts, exchange time, as the dialer saw it
  unsigned dials = 0;                        // that the modem carried out
  std::optional<unsigned> status;            // of a command that ended by itself
  bool dismissed = false;                    // it waited for more calls, and there were none: it was ended
  emulator::CallsSeen calls;                 // that came in
  bool on_line = false;                      // there was a carrier still, soon after the command's end
  std::string output;                        // what the command wrote: the last 64 KiB
  std::size_t output_left_out = 0;           // how many bytes it wrote before these
  std::optional<std::uint64_t> seed;         // that more faults were drawn from
  std::vector<std::string> faults;           // those that acted, a line each (fault.hpp)
  std::optional<replay::Comparison> beside_recording; // where the modem repeated one
  std::chrono::milliseconds took{};                   // real time
};

// `scripts` is the folder of the shipped scripts: dial.toml and those that a scenario names. The scenario
// outlives the run. A seed draws faults beside those of the scenario.
boost::asio::awaitable<Ran> run_scenario(boost::asio::any_io_executor executor, const Scenario& scenario,
                                         std::filesystem::path scripts, Way way,
                                         std::optional<std::uint64_t> seed = {});

} // namespace dialbench::regression
