#include "harness/regression/simulate_scenario.hpp"

#include "harness/regression/attempt.hpp"
#include "harness/regression/scenario_script.hpp"
#include "harness/simulation/join.hpp"

#include <algorithm>
#include <chrono>

namespace dialbench::regression {
namespace {

std::string problem_of(simulation::Ended ended) {
  switch (ended) {
  case simulation::Ended::with_outcome: return {};
  case simulation::Ended::stuck:
    return "the session and the modem wait for each other, and nothing will happen";
  case simulation::Ended::too_long: return "it did not end within two hours of exchange time";
  }
  return {};
}

std::string port_name(const faults::FaultyDce& modem) {
  const unsigned again = modem.comebacks();
  return again == 0 ? "simulated" : "simulated" + std::to_string(again + 1);
}

// Waits for a port that went away; false where it stays away, or never went.
bool comes_back(faults::FaultyDce& modem, Time& now) {
  if (!modem.back_at()) return false;
  now = std::max(now, *modem.back_at());
  modem.tick(now);
  return true;
}

// As the other ways do at the end: DTR drops, and what that does to a call can be seen.
void close_port(faults::FaultyDce& modem, Time now) {
  constexpr Duration line_is_free = std::chrono::seconds(2);
  modem.set_dtr(false, now);
  modem.tick(now + line_is_free);
}

} // namespace

Ran simulate_scenario(const Scenario& scenario, const std::filesystem::path& scripts,
                      std::optional<std::uint64_t> seed) {
  Ran ran;
  ran.seed = seed;
  if (!scenario.command.empty()) {
    ran.problem = "a command needs a port: --serial or --pty";
    return ran;
  }
  const auto began = std::chrono::steady_clock::now();
  const auto script = read_script(scenario, scripts);
  if (script) {
    const auto [modem, calls, replay] = bench_of(scenario, seed);
    Time now{};
    for (unsigned attempt = 0; attempt < scenario.attempts; ++attempt) {
      session::Session session(*script, attempt_options(scenario, ran, port_name(*modem)));
      simulation::Join options;
      options.lines = false;
      options.record = keeper(ran);
      const auto result = simulation::join(session, *modem, options, now);
      now = result.at;
      ran.problem = problem_of(result.ended);
      if (!add_attempt(ran, session) && !comes_back(*modem, now)) break;
    }
    if (!scenario.calls.empty()) close_port(*modem, now);
    ran.calls = *calls;
    take_findings(ran, *modem, replay);
  } else {
    ran.outcomes.push_back(outcome_of(script.error()));
  }
  ran.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  return ran;
}

} // namespace dialbench::regression
