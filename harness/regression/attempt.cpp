#include "harness/regression/attempt.hpp"

#include "harness/emulator/modem.hpp"
#include "harness/emulator/replay/replay.hpp"

#include <cstddef>

namespace dialbench::regression {
namespace {

// A modem that floods is shown from its beginning.
constexpr std::size_t events_max = 4000;

std::unique_ptr<emulator::Dce> dce_of(const Scenario& scenario) {
  if (scenario.replay.empty()) return std::make_unique<emulator::Modem>(scenario.exchange, scenario.habits);
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

std::unique_ptr<faults::FaultyDce> modem_of(const Scenario& scenario, std::optional<std::uint64_t> seed) {
  faults::Schedule schedule = scenario.faults;
  if (seed) {
    faults::Draw draw;
    draw.calls = scenario.attempts;
    const auto drawn = faults::draw_schedule(*seed, draw);
    schedule.insert(schedule.end(), drawn.begin(), drawn.end());
  }
  return std::make_unique<faults::FaultyDce>(dce_of(scenario), schedule);
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
