#include "harness/regression/simulate_scenario.hpp"

#include "harness/emulator/modem.hpp"
#include "harness/regression/attempt.hpp"
#include "harness/regression/scenario_script.hpp"
#include "harness/simulation/join.hpp"

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

} // namespace

Ran simulate_scenario(const Scenario& scenario, const std::filesystem::path& scripts) {
  Ran ran;
  const auto began = std::chrono::steady_clock::now();
  const auto script = read_script(scenario, scripts);
  if (script) {
    emulator::Modem modem(scenario.exchange, scenario.habits);
    Time now{};
    for (unsigned attempt = 0; attempt < scenario.attempts; ++attempt) {
      session::Session session(*script, attempt_options(scenario, ran, "simulated"));
      simulation::Join options;
      options.lines = false;
      options.record = keeper(ran);
      const auto result = simulation::join(session, modem, options, now);
      now = result.at;
      ran.problem = problem_of(result.ended);
      if (!add_attempt(ran, session)) break;
    }
    ran.dials = modem.dials();
  } else {
    ran.outcomes.push_back(outcome_of(script.error()));
  }
  ran.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  return ran;
}

} // namespace dialbench::regression
