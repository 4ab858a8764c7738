#include "harness/regression/attempt.hpp"

#include "harness/emulator/modem.hpp"

#include <cstddef>
#include <utility>

namespace dialbench::regression {
namespace {

// A modem that floods is shown from its beginning.
constexpr std::size_t events_max = 4000;

// A program of somebody else's may take its time until it opens the port; a session of ours is there at once.
std::unique_ptr<emulator::Modem> called_modem(const Scenario& scenario,
                                              const std::shared_ptr<emulator::CallsSeen>& seen) {
  auto modem = std::make_unique<emulator::Modem>(scenario.exchange, scenario.habits);
  if (scenario.calls.empty()) return modem;
  std::vector<emulator::IncomingCall> calls;
  for (const auto& called : scenario.calls) calls.push_back(called.call);
  const bool listened = scenario.command.empty();
  modem->plug_into(std::make_unique<emulator::CallingParty>(std::move(calls), scenario.exchange.ring_cycle,
                                                            listened, seen));
  return modem;
}

std::unique_ptr<replay::Replay> replay_of(const Scenario& scenario) {
  replay::Options options;
  options.strict = scenario.strict;
  options.wait_for_dtr = false; // the dialer is there from the beginning
  return std::make_unique<replay::Replay>(scenario.replay, options);
}

} // namespace

session::Options attempt_options(const Scenario& scenario, const Ran& ran, const std::string& port) {
  session::Options options;
  options.command_gap = Duration{};
  options.dialect = scenario.dialect.get();
  options.rules.line_simulator = true;
  options.dial_timeout = scenario.dial_timeout;
  options.emulated = true;
  options.port_name = port;
  if (!ran.outcomes.empty()) {
    options.finals_owed = ran.outcomes.back().evidence.finals_owed;
    options.epoch = ran.outcomes.back().evidence.epoch;
  }
  return options;
}

Bench bench_of(const Scenario& scenario, std::optional<std::uint64_t> seed) {
  faults::Schedule schedule = scenario.faults;
  if (seed) {
    faults::Draw draw;
    draw.calls = scenario.attempts;
    const auto drawn = faults::draw_schedule(*seed, draw);
    schedule.insert(schedule.end(), drawn.begin(), drawn.end());
  }
  Bench bench;
  bench.calls = std::make_shared<emulator::CallsSeen>();
  std::unique_ptr<emulator::Dce> modem;
  if (scenario.replay.empty()) {
    modem = called_modem(scenario, bench.calls);
  } else {
    auto replay = replay_of(scenario);
    bench.replay = replay.get();
    modem = std::move(replay);
  }
  bench.modem = std::make_shared<faults::FaultyDce>(std::move(modem), schedule);
  return bench;
}

void take_findings(Ran& ran, const faults::FaultyDce& modem, const replay::Replay* replay) {
  ran.dials = modem.dials();
  for (const auto& act : modem.acts()) ran.faults.push_back(faults::shown(act.fault));
  if (replay != nullptr) ran.beside_recording = replay->comparison();
}

std::function<void(const transcript::Event&)> keeper(Ran& ran) {
  const Time before = ran.transcript.empty() ? Time{} : ran.transcript.back().at;
  return [&ran, before](const transcript::Event& event) {
    if (ran.transcript.size() >= events_max) return;
    ran.transcript.push_back(event);
    ran.transcript.back().at += before;
  };
}

bool add_attempt(Ran& ran, const session::Session& session) {
  if (session.outcome() == nullptr) return false;
  ran.outcomes.push_back(*session.outcome());
  return !ran.outcomes.back().evidence.port.has_value();
}

} // namespace dialbench::regression
