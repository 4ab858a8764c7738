// What every attempt of a scenario is made of, whichever way it is run.
#pragma once

#include "harness/emulator/calling_party.hpp"
#include "harness/emulator/faults/faulty_dce.hpp"
#include "harness/emulator/replay/replay.hpp"
#include "harness/regression/run_scenario.hpp"
#include "harness/session/session.hpp"

#include <functional>
#include <memory>
#include <string>

namespace dialbench::regression {

// `ran` holds the attempts before this one: what they left unpaid is this one's to know.
session::Options attempt_options(const Scenario& scenario, const Ran& ran, const std::string& port);

struct Bench {
  std::shared_ptr<faults::FaultyDce> modem;   // behind its faults and those that the seed draws
  std::shared_ptr<emulator::CallsSeen> calls; // filled as they come in
  const replay::Replay* replay = nullptr;     // in `modem`, where that repeats a recording
};
Bench bench_of(const Scenario& scenario, std::optional<std::uint64_t> seed);

// What the modem has seen of the run, the calls aside: dials, the faults that acted, how it was beside a
// recording. The modem is still there.
void take_findings(Ran& ran, const faults::FaultyDce& modem, const replay::Replay* replay);

// Keeps what is said in `ran`, up to a bound. Every session counts from 0; the transcript counts on.
std::function<void(const transcript::Event&)> keeper(Ran& ran);

// Adds the attempt; false where there is no sense in another one: the port is gone, or there was no outcome.
bool add_attempt(Ran& ran, const session::Session& session);

} // namespace dialbench::regression
