#include "harness/regression/run_scenario.hpp"

#include "at/dialect.hpp"
#include "harness/emulator/serve/serve.hpp"
#include "harness/evidence/mapping.hpp"
#include "harness/port/port.hpp"
#include "harness/runner/run.hpp"
#include "harness/script/read.hpp"
#include "harness/session/session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <memory>
#include <utility>

namespace dialbench::regression {
namespace {

using boost::asio::awaitable;

// What a scenario keeps of its conversation; a modem that floods is shown from its beginning.
constexpr std::size_t events_max = 4000;

at::Expected<script::Script, script::Fault> read_script(const Scenario& scenario,
                                                        const std::filesystem::path& scripts) {
  script::NumberRules rules;
  rules.line_simulator = true;
  const bool chat = !scenario.chat.empty();
  const std::string named = chat ? scenario.chat : scenario.script;
  // Beside the scenario first: a test of one's own keeps its script at hand.
  std::filesystem::path file = std::filesystem::path(scenario.file).parent_path() / named;
  std::error_code unseen;
  if (named.empty() || !std::filesystem::exists(file, unseen))
    file = scripts / (named.empty() ? "dial.toml" : named);
  const auto text = script::read_file(file.string());
  if (!text) return at::Unexpected{text.error()};
  if (chat) return script::read_chat(*text, file.string(), rules);
  return script::read_toml(*text, file.string(), scenario.variables, rules);
}

evidence::Outcome outcome_of(const script::Fault& fault) {
  evidence::Evidence evidence;
  using evidence::OutcomeClass;
  using evidence::Refusal;
  evidence.fault_text = script::shown(fault);
  evidence.ending = fault.outcome == OutcomeClass::script_fault ? evidence::Ending::script_fault
                                                                : evidence::Ending::refused;
  evidence.refusal = fault.outcome == OutcomeClass::refused_emergency ? Refusal::emergency
                     : fault.outcome == OutcomeClass::number_too_long ? Refusal::too_long
                                                                      : Refusal::malformed;
  return evidence::conclude(std::move(evidence));
}

class Attempts {
 public:
  Attempts(boost::asio::any_io_executor executor, const Scenario& scenario, script::Script script)
      : executor_(std::move(executor))
      , scenario_(scenario)
      , script_(std::move(script)) {}

  awaitable<void> run(Ran& ran) {
    serve::Serving serving;
    serving.pace = scenario_.pace;
    auto served = serve::on_socat(executor_, scenario_.exchange, scenario_.habits, {}, std::move(serving));
    if (!served) {
      ran.problem = served.error();
      co_return;
    }
    const std::shared_ptr<serve::Served> modem = std::move(*served);
    // The modem is kept alive by its own loop too, and outlives this function only until it has stopped.
    boost::asio::co_spawn(executor_, serve_until_stopped(modem), boost::asio::detached);
    port::Settings settings;
    settings.name = modem->port();
    auto port = port::open_serial(executor_, settings);
    if (!port) {
      ran.problem = port.error().detail;
      modem->stop();
      co_return;
    }
    for (unsigned attempt = 0; attempt < scenario_.attempts; ++attempt) {
      session::Session session(script_, options(ran, settings.name));
      runner::Run run = run_options(ran);
      co_await runner::run(session, **port, std::move(run));
      if (session.outcome() != nullptr) ran.outcomes.push_back(*session.outcome());
      if (!ran.outcomes.empty() && ran.outcomes.back().evidence.port) break;
    }
    ran.dials = modem->dials();
    (*port)->close();
    modem->stop();
  }

 private:
  static awaitable<void> serve_until_stopped(std::shared_ptr<serve::Served> modem) { co_await modem->run(); }

  session::Options options(const Ran& ran, const std::string& port) const {
    session::Options options;
    options.command_gap = Duration{};
    options.dialect = scenario_.dialect.empty() ? nullptr : at::find_dialect(scenario_.dialect);
    options.rules.line_simulator = true;
    options.dial_timeout = scenario_.dial_timeout;
    options.emulated = true;
    options.port_name = port;
    if (!ran.outcomes.empty()) {
      options.finals_owed = ran.outcomes.back().evidence.finals_owed;
      options.epoch = ran.outcomes.back().evidence.epoch;
    }
    return options;
  }

  runner::Run run_options(Ran& ran) const {
    runner::Run run;
    run.pace = scenario_.pace;
    // Every session counts from 0; the transcript counts on.
    const Time before = ran.transcript.empty() ? Time{} : ran.transcript.back().at;
    run.record = [&ran, before](const transcript::Event& event) {
      if (ran.transcript.size() >= events_max) return;
      ran.transcript.push_back(event);
      ran.transcript.back().at += before;
    };
    return run;
  }

  boost::asio::any_io_executor executor_;
  const Scenario& scenario_;
  script::Script script_;
};

} // namespace

boost::asio::awaitable<Ran> run_scenario(boost::asio::any_io_executor executor, const Scenario& scenario,
                                         std::filesystem::path scripts) {
  Ran ran;
  const auto began = std::chrono::steady_clock::now();
  auto script = read_script(scenario, scripts);
  if (script) {
    Attempts attempts(executor, scenario, std::move(*script));
    co_await attempts.run(ran);
  } else {
    ran.outcomes.push_back(outcome_of(script.error()));
  }
  ran.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  co_return ran;
}

} // namespace dialbench::regression
