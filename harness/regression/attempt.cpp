#include "harness/regression/attempt.hpp"

#include <cstddef>

namespace dialbench::regression {
namespace {

// A modem that floods is shown from its beginning.
constexpr std::size_t events_max = 4000;

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
