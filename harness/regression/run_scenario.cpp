#include "harness/regression/run_scenario.hpp"

#include "harness/emulator/serve/serve.hpp"
#include "harness/port/port.hpp"
#include "harness/regression/attempt.hpp"
#include "harness/regression/dtr_watch.hpp"
#include "harness/regression/run_command.hpp"
#include "harness/regression/scenario_script.hpp"
#include "harness/regression/simulate_scenario.hpp"
#include "harness/runner/paced_clock.hpp"
#include "harness/runner/run.hpp"
#include "harness/session/session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>
#include <utility>

namespace dialbench::regression {
namespace {

using boost::asio::awaitable;

class Attempts {
 public:
  Attempts(boost::asio::any_io_executor executor, const Scenario& scenario, script::Script script, Way way,
           std::optional<std::uint64_t> seed)
      : executor_(std::move(executor))
      , scenario_(scenario)
      , script_(std::make_shared<const script::Script>(std::move(script)))
      , way_(way)
      , seed_(seed)
      , pace_(way == Way::pty ? 2 * scenario.pace : scenario.pace)
      , clock_(pace_, start_) {}

  awaitable<void> run(Ran& ran) {
    const Bench bench = bench_of(scenario_, seed_);
    auto modem = put(bench, ran);
    if (!modem) co_return;
    if (!scenario_.command.empty()) {
      co_await run_command(executor_, scenario_, *modem, *bench.modem, *bench.calls, pace_, ran);
      take_findings(ran, *bench.modem, bench.replay);
      modem->stop();
      co_return;
    }
    auto port = open(*modem, ran);
    for (unsigned attempt = 0; port && attempt < scenario_.attempts; ++attempt) {
      session::Session session(script_, attempt_options(scenario_, ran, modem->port()));
      runner::Run run;
      run.pace = pace_;
      run.record = keeper(ran);
      co_await runner::run(session, *port, std::move(run));
      if (add_attempt(ran, session)) continue;
      const auto back_at = bench.modem->back_at();
      if (!back_at || attempt + 1 == scenario_.attempts) break;
      boost::asio::steady_timer away(executor_, clock_.when(*back_at));
      co_await away.async_wait(boost::asio::use_awaitable);
      modem = put(bench, ran); // while the old port is open still: so that its name is nobody else's
      if (!modem) co_return;
      port = open(*modem, ran);
    }
    take_findings(ran, *bench.modem, bench.replay);
    if (port) port->close();
    if (!scenario_.calls.empty()) co_await wait_for_a_free_line(executor_, *bench.modem, *bench.calls, pace_);
    ran.calls = *bench.calls;
    modem->stop();
  }

 private:
  static awaitable<void> serve_until_stopped(std::shared_ptr<serve::Served> modem) { co_await modem->run(); }

  // Null: ran.problem says why. The modem goes on with the time that it had, wherever it was before.
  [[nodiscard]] std::shared_ptr<serve::Served> put(const Bench& bench, Ran& ran) const {
    serve::Serving serving;
    serving.pace = pace_;
    serving.start = start_;
    std::shared_ptr<emulator::Dce> dce = bench.modem;
    if (!scenario_.command.empty()) {
      serving.record = keeper(ran);
      dce = watch_dtr(std::move(dce), serving.record);
    }
    auto served = way_ == Way::pty ? serve::on_pty(executor_, std::move(dce), {}, std::move(serving))
                                   : serve::on_socat(executor_, std::move(dce), {}, std::move(serving));
    if (!served) {
      ran.problem = served.error();
      return nullptr;
    }
    std::shared_ptr<serve::Served> modem = std::move(*served);
    // The modem is kept alive by its own loop too, and outlives the attempts only until it has stopped.
    boost::asio::co_spawn(executor_, serve_until_stopped(modem), boost::asio::detached);
    return modem;
  }

  [[nodiscard]] std::unique_ptr<port::Port> open(const serve::Served& modem, Ran& ran) const {
    port::Settings settings;
    settings.name = modem.port();
    auto port = port::open_serial(executor_, settings);
    if (port) return std::move(*port);
    ran.problem = port.error().detail;
    return nullptr;
  }

  boost::asio::any_io_executor executor_;
  const Scenario& scenario_;
  std::shared_ptr<const script::Script> script_;
  Way way_;
  std::optional<std::uint64_t> seed_;
  double pace_;
  runner::PacedClock::Steady::time_point start_ = runner::PacedClock::Steady::now();
  runner::PacedClock clock_;
};

} // namespace

boost::asio::awaitable<Ran> run_scenario(boost::asio::any_io_executor executor, const Scenario& scenario,
                                         std::filesystem::path scripts, Way way,
                                         std::optional<std::uint64_t> seed) {
  if (way == Way::simulate) co_return simulate_scenario(scenario, scripts, seed);
  Ran ran;
  ran.seed = seed;
  const auto began = std::chrono::steady_clock::now();
  // A command needs no script of ours.
  auto script = scenario.command.empty() ? read_script(scenario, scripts)
                                         : at::Expected<script::Script, script::Fault>(script::Script{});
  if (script) {
    Attempts attempts(executor, scenario, std::move(*script), way, seed);
    co_await attempts.run(ran);
  } else {
    ran.outcomes.push_back(outcome_of(script.error()));
  }
  ran.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  co_return ran;
}

} // namespace dialbench::regression
