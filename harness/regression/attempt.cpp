#include "harness/regression/attempt.hpp"

#include "harness/emulator/modem.hpp"
#include "harness/emulator/replay/replay.hpp"

#include <cstddef>

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

std::unique_ptr<emulator::Dce> dce_of(const Scenario& scenario,
                                      const std::shared_ptr<emulator::CallsSeen>& seen) {
  if (scenario.replay.empty()) return called_modem(scenario, seen);
  replay::Options options;
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
  bench.modem = std::make_unique<faults::FaultyDce>(dce_of(scenario, bench.calls), schedule);
  return bench;
}

std::vector<std::string> acted(const faults::FaultyDce& modem) {
  std::vector<std::string> lines;
  for (const auto& act : modem.acts()) lines.push_back(faults::shown(act.fault));
  return lines;
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
