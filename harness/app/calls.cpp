// The calls of a plan, one after the other on one port.
#include "harness/app/call_plan.hpp"

#include "at/command.hpp"
#include "harness/app/connection.hpp"
#include "harness/app/dialects_problem.hpp"
#include "harness/app/governor.hpp"
#include "harness/app/log.hpp"
#include "harness/app/presenter.hpp"
#include "harness/app/refusal.hpp"
#include "harness/app/signals.hpp"
#include "harness/app/terminal.hpp"
#include "harness/app/transcript_file.hpp"
#include "harness/app/watch.hpp"
#include "harness/evidence/duration.hpp"
#include "harness/report/plain.hpp"
#include "harness/runner/paced_clock.hpp"
#include "harness/runner/run.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <exception>
#include <filesystem>

namespace dialbench::app {
namespace {

using boost::asio::awaitable;

// A longer wait than this is left to the person: the calls end instead.
constexpr std::chrono::seconds wait_max = std::chrono::minutes(10);

std::string dialled_number(const CallPlan& plan) {
  for (const auto& step : plan.script.steps) {
    if (step.kind == script::StepKind::dial) return step.text.bytes;
  }
  return plan.number;
}

class Calls {
 public:
  Calls(CallPlan plan, dialect::Loaded dialect)
      : plan_(std::move(plan))
      , dialect_(std::move(dialect))
      , presenter_(plan_)
      , governor_(line_of(plan_.settings), plan_.settings.country, redial::default_store())
      , pause_(context_)
      , signals_(context_.get_executor(), [this] { stop(); })
      , mask_for_bytes_(presenter_.mask()) {}

  // Where the transcript cannot be kept, nothing is dialled.
  std::string open_transcript() {
    if (plan_.output.transcript.empty()) return {};
    transcript_.emplace(plan_.output.transcript, plan_.output.transcript_format);
    if (transcript_->opened()) return {}; // a disk that is full is told later: it stops no call
    return "--transcript " + plan_.output.transcript + ": " + transcript_->problem() +
           ". Nothing was dialled; name a file that can be written.";
  }

  int run() {
    presenter_.open();
    std::exception_ptr failure;
    boost::asio::co_spawn(context_, all(), [&](const std::exception_ptr& thrown) {
      failure = thrown;
      connection_.reset();
      signals_.ignore();
    });
    context_.run();
    if (failure) std::rethrow_exception(failure);
    return presenter_.exit_status();
  }

 private:
  void stop() {
    stopper_.stop();
    pause_.cancel();
  }

  awaitable<void> all() {
    std::string stopped;
    for (unsigned call = 1; call <= plan_.repeat && stopped.empty(); ++call) {
      const bool manual = call == 1;
      const auto decision = co_await permission(call, manual);
      if (stopper_.asked() > 0) {
        if (manual) presenter_.show(stopped_before_dialling(plan_.number), remarks());
        stopped = "Stopped by you after " + of_all(call - 1) + '.';
      } else if (!decision.allowed) {
        if (manual) presenter_.show(refused_by_redial_rules(decision.reason, plan_.number), remarks());
        stopped = "Stopped by the redial rules after " + of_all(call - 1) + ": " + decision.reason;
      } else {
        const auto outcome = co_await one();
        governor_.remember(outcome, manual);
        presenter_.show(outcome, remarks());
        if (stopper_.asked() > 0 && call < plan_.repeat)
          stopped = "Stopped by you after " + of_all(call) + '.';
      }
    }
    presenter_.close(stopped);
  }

  // Waits where the rules ask for a pause that a person would wait for, too.
  awaitable<redial::Decision> permission(unsigned call, bool manual) {
    const std::string number = dialled_number(plan_);
    auto decision = governor_.ask(number, manual);
    while (!manual && !decision.allowed && decision.wait <= wait_max && stopper_.asked() == 0) {
      const auto until = std::chrono::steady_clock::now() + decision.wait;
      std::string why = "the redial rules, before call " + std::to_string(call);
      co_await wait_until(until, std::move(why));
      decision = governor_.ask(number, manual);
    }
    co_return decision;
  }

  awaitable<void> wait_until(std::chrono::steady_clock::time_point until, std::string why) {
    report::Awaited awaited;
    awaited.what = std::move(why);
    awaited.until = clock_.at(until);
    awaited.ctrl_c = "ends it";
    while (stopper_.asked() == 0 && std::chrono::steady_clock::now() < until) {
      presenter_.progress().waiting(awaited, clock_.now());
      pause_.expires_after(std::chrono::seconds(1));
      boost::system::error_code cancelled;
      auto token = boost::asio::redirect_error(boost::asio::use_awaitable, cancelled);
      co_await pause_.async_wait(token);
    }
    presenter_.progress().clear();
  }

  awaitable<evidence::Outcome> one() {
    if (!connection_) {
      auto connected = connect(context_.get_executor(), plan_.settings);
      if (!connected) co_return not_opened(connected.error(), plan_.settings.port, plan_.number);
      connection_.emplace(std::move(*connected));
    }
    session::Session session(plan_.script, session_options());
    Watch watch(presenter_.progress(), presenter_.mask(), presenter_.text() && !presenter_.many());
    runner::Run run = run_options(watch);
    co_await runner::run(session, connection_->port(), std::move(run));
    watch.finish(session);
    const auto* outcome = session.outcome();
    const auto ended = outcome ? *outcome : stopped_before_dialling(plan_.number);
    finals_owed_ = ended.evidence.finals_owed;
    epoch_ = ended.evidence.epoch;
    if (ended.evidence.port) connection_.reset(); // a port that failed is opened anew
    co_return ended;
  }

  session::Options session_options() {
    session::Options options;
    options.command_gap = connection_->command_gap();
    options.dialect = dialect_.get();
    options.rules = plan_.rules;
    options.dial_timeout = plan_.settings.dial_timeout;
    options.finals_owed = finals_owed_;
    options.epoch = epoch_;
    options.has_lines = connection_->port().lines().has_value();
    options.emulated = line_of(plan_.settings) == report::LineKind::emulated;
    options.port_name = plan_.settings.port;
    return options;
  }

  runner::Run run_options(Watch& watch) {
    runner::Run run;
    run.pace = connection_->pace();
    run.stopper = &stopper_;
    run.progress = [&watch](const session::Session& session, Time now) { watch.look(session, now); };
    run.cover = [this](transcript::Event& event) { event = mask_for_bytes_.event(std::move(event)); };
    if (transcript_) {
      // Every session counts from 0; the file counts on from the first one.
      if (!file_clock_) file_clock_.emplace(connection_->pace());
      const Duration before = epoch_ == 0 ? Duration(0) : file_clock_->now();
      run.record = [this, before](const transcript::Event& event) {
        auto kept = event;
        kept.at += before;
        transcript_->keep(kept);
      };
    }
    return run;
  }

  std::string of_all(unsigned calls) const {
    return std::to_string(calls) + " of " + std::to_string(plan_.repeat);
  }

  std::vector<std::string> remarks() const {
    auto all = plan_.remarks;
    all.insert(all.end(), governor_.remarks().begin(), governor_.remarks().end());
    if (transcript_) all.push_back(transcript_->remark());
    if (auto lost = log_remark(); !lost.empty()) all.push_back(std::move(lost));
    return all;
  }

  CallPlan plan_;
  dialect::Loaded dialect_; // sessions point into it
  Presenter presenter_;
  Governor governor_;
  boost::asio::io_context context_{1};
  boost::asio::steady_timer pause_;
  Signals signals_;
  runner::Stopper stopper_;
  runner::PacedClock clock_{1.0};
  std::optional<runner::PacedClock> file_clock_; // the transcript's time
  NumberMask mask_for_bytes_;                    // what goes to the transcript and to the log
  std::optional<TranscriptFile> transcript_;
  std::optional<Connection> connection_;
  unsigned finals_owed_ = 0;
  unsigned epoch_ = 0;
};

// By any name, and also where it is not there yet.
bool is_same_file(const std::string& one, const std::string& other) {
  if (one.empty() || other.empty()) return false;
  std::error_code unseen;
  if (std::filesystem::is_character_file(one, unseen)) return false; // /dev/null takes both
  if (std::filesystem::equivalent(one, other, unseen)) return true;
  const auto place = [&](const std::string& path) {
    return std::filesystem::weakly_canonical(std::filesystem::absolute(path, unseen), unseen);
  };
  return !place(one).empty() && place(one) == place(other);
}

// A modem that does not see AT answers nothing at all, which would look like no modem. A script of the user's
// own may put AT in front itself, so that only a set-up that is sent as it was given is judged.
std::string wrong_init(const CallPlan& plan) {
  if (!plan.settings.init || at::CommandReader(*plan.settings.init).has_prefix()) return {};
  const auto sends_it = [&](const script::Step& step) {
    return step.kind == script::StepKind::send && step.text.bytes == *plan.settings.init;
  };
  if (std::none_of(plan.script.steps.begin(), plan.script.steps.end(), sends_it)) return {};
  const std::string given = report::shortened(report::printable(*plan.settings.init), 20);
  const auto place = plan.settings.place_of("init");
  return place + "the set-up command (init) is '" + given + "'; a command line begins with AT: " +
         (place.empty() ? "--init AT" + given : "init = 'AT" + given + '\'') + ". Nothing was dialled.";
}

} // namespace

script::NumberRules number_rules(const CallSettings& settings) {
  script::NumberRules rules;
  rules.country = settings.country;
  rules.prefix = settings.prefix;
  rules.line_simulator = line_of(settings) != report::LineKind::real || settings.line_simulator;
  return rules;
}

int make_calls(CallPlan plan) {
  if (const auto wrong = wrong_init(plan); !wrong.empty()) return usage_error(wrong);
  if (is_same_file(plan.output.log, plan.output.transcript)) {
    return usage_error("--log and --transcript both name " + plan.output.log +
                       ". Nothing was dialled; give each a file of its own.");
  }
  dialect::Loaded dialect;
  if (!plan.settings.dialect.empty()) {
    auto loaded = dialect::load(plan.settings.dialect);
    if (!loaded) return refuse_dialect(loaded.error(), plan.settings.place_of("dialect"));
    dialect = std::move(*loaded);
  }
  if (const auto wrong = start_log(plan.output.log, plan.output.verbosity); !wrong.empty())
    return usage_error(wrong);
  Calls calls(std::move(plan), std::move(dialect));
  if (const auto wrong = calls.open_transcript(); !wrong.empty()) return usage_error(wrong);
  return calls.run();
}

int refuse_call(const CallPlan& plan, const evidence::Outcome& outcome) {
  Presenter presenter(plan);
  presenter.open_refused();
  presenter.show(outcome, plan.remarks);
  return presenter.exit_status();
}

} // namespace dialbench::app
