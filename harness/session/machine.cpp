#include "harness/session/machine.hpp"

#include "harness/evidence/mapping.hpp"
#include "harness/session/pause_run.hpp"

#include <utility>

namespace dialbench::session {
namespace {

using evidence::Ending;
using evidence::Note;

// What may wait for an activity to use it. chat scripts that pause while the far end talks are why there is
// an inbox.
constexpr std::size_t inbox_max = 65'536;
// How long the port may take to answer the last question, the one for its counters.
constexpr Duration counts_max = std::chrono::seconds(1);

} // namespace

Session::Machine::Machine(script::Script script, Options options)
    : context(std::move(options))
    , script_(std::move(script))
    , listener_(context) {
  taken_.resize(script_.steps.size());
  for (std::size_t i = 0; i < taken_.size(); ++i) taken_[i].resize(script_.steps[i].on.size());
  auto& evidence = context.evidence;
  evidence.port_name = context.options.port_name;
  evidence.emulated = context.options.emulated;
  evidence.epoch = context.options.epoch;
  if (context.options.dialect != nullptr) evidence.dialect = context.options.dialect->id;
}

// --- what happens
// ------------------------------------------------------------------------------------------------

void Session::Machine::start(Time now) {
  context.now = now;
  started_ = true;
  if (context.options.has_lines) counts_asked_ = context.request({});
  run();
}

void Session::Machine::receive(std::string_view bytes, Time now) {
  context.now = now;
  if (outcome_) return;
  inbox_ += bytes;
  if (inbox_.size() > inbox_max) inbox_.erase(0, inbox_.size() - inbox_max);
  run();
}

void Session::Machine::sent(std::size_t bytes, Time now) {
  context.now = now;
  context.taken(bytes);
  if (dialling_ && !context.evidence.dialled && context.taken_total() > dial_mark_) {
    context.evidence.dialled = true;
    context.evidence.dial_sent = now;
  }
  run();
}

void Session::Machine::answered(RequestId id, const PortAnswer& answer, Time now) {
  context.now = now;
  if (answer.lines) context.evidence.lines_at_end = answer.lines;
  if (id == counts_asked_ && answer.uart) {
    auto& counts = context.evidence.uart;
    if (!counts_before_) counts_before_ = answer.uart;
    counts = answer.uart;
    counts->overrun -= counts_before_->overrun;
    counts->framing -= counts_before_->framing;
    counts->parity -= counts_before_->parity;
    counts->breaks -= counts_before_->breaks;
  }
  if (concluding_ && id == counts_asked_) counts_until_ = now;
  if (activity_) activity_->answered(id, answer);
  run();
}

void Session::Machine::lines_changed(const evidence::ModemLines& lines, Time now) {
  context.now = now;
  context.evidence.lines_at_end = lines;
  if (activity_) activity_->lines_changed(lines);
  run();
}

void Session::Machine::port_failed(const evidence::PortProblem& problem, Time now) {
  context.now = now;
  if (outcome_) return;
  context.evidence.port = problem;
  context.evidence.ending = Ending::port_failed;
  context.evidence.ended = now;
  activity_.reset();
  finish();
}

void Session::Machine::stop(Time now) {
  context.now = now;
  if (outcome_) return;
  const bool second = std::exchange(stopping_, true);
  auto& evidence = context.evidence;
  evidence.ending = Ending::stopped;
  if (second || !evidence.dialled || evidence.hung_up) {
    activity_.reset();
    finish();
    return;
  }
  context.note(Note::Kind::hangup, "stopped by the user; hanging up");
  context.drop_output();
  if (evidence.connected) {
    begin(std::make_unique<HangUpRun>(context, listener_, HangUpRun::From::data), &Machine::closed);
  } else {
    begin(std::make_unique<AbortRun>(context, listener_), &Machine::dial_stopped);
  }
  concluding_ = true;
  run();
}

void Session::Machine::tick(Time now) {
  context.now = now;
  run();
}

std::optional<Time> Session::Machine::deadline() const noexcept {
  if (outcome_ || !started_) return std::nullopt;
  if (activity_) return activity_->deadline();
  return concluding_ ? std::optional(counts_until_) : std::nullopt;
}

std::optional<Session::Waiting> Session::Machine::waiting() const {
  return activity_ && !outcome_ ? activity_->waiting() : std::nullopt;
}

// --- going on
// ----------------------------------------------------------------------------------------------------

void Session::Machine::begin(std::unique_ptr<Activity> activity, Then then) {
  activity_ = std::move(activity);
  then_ = then;
}

void Session::Machine::feed() {
  // An activity that is done leaves the rest to the one after it.
  while (!inbox_.empty() && activity_ && !activity_->done()) {
    const std::size_t used = activity_->receive(inbox_);
    if (used == 0) return;
    inbox_.erase(0, used);
  }
}

void Session::Machine::run() {
  while (started_ && !outcome_) {
    if (activity_) {
      feed();
      if (!activity_->done()) activity_->tick();
      if (!activity_->done()) return;
      ended_ = std::move(activity_);
      const Then then = std::exchange(then_, nullptr);
      (this->*then)();
    } else if (concluding_) {
      if (context.now < counts_until_) return;
      finish();
    } else if (step_ < script_.steps.size()) {
      begin_step();
    } else {
      conclude();
    }
  }
}

// --- the end
// -----------------------------------------------------------------------------------------------------

void Session::Machine::fail(Ending ending, std::string text) {
  auto& evidence = context.evidence;
  evidence.ending = ending;
  if (!evidence.ended) evidence.ended = context.now;
  if (!text.empty()) evidence.fault_text = std::move(text);
  conclude();
}

void Session::Machine::conclude() {
  auto& evidence = context.evidence;
  if (dialling_ && !evidence.result && evidence.ending == Ending::none) {
    // A chat script that ends with its D command: the verdict is still to come.
    ExpectRun::What what;
    what.patterns.push_back({.kind = script::Pattern::Kind::meaning,
                             .meaning = at::Meaning::connect,
                             .outcome = {},
                             .text = "CONNECT"});
    what.timeout = chat_timeout_;
    what.dialling = true;
    what.chat = true;
    return begin(std::make_unique<ExpectRun>(context, listener_, std::move(what)), &Machine::chat_expected);
  }
  if (evidence.ending == Ending::none) evidence.ending = Ending::completed;
  concluding_ = true;
  const bool off_hook = evidence.dialled && !evidence.hung_up && !evidence.lost_after_connect &&
                        (evidence.connected || evidence.ending == Ending::final_result);
  if (!off_hook) return closed();
  const auto from = evidence.connected ? HangUpRun::From::data : HangUpRun::From::command;
  begin(std::make_unique<HangUpRun>(context, listener_, from), &Machine::hung_up);
}

void Session::Machine::hung_up() {
  auto& evidence = context.evidence;
  if (as<HangUpRun>().was_lost()) {
    evidence.lost_after_connect = true;
    evidence.ended = context.now;
    context.note(Note::Kind::result, "the connection was lost before we hung up");
  }
  if (concluding_) return closed();
  if (evidence.lost_after_connect &&
      !branch(step(), {.meaning = at::Meaning::no_carrier, .outcome = outcome_now(), .text = {}})) {
    return conclude();
  }
  if (!evidence.lost_after_connect) next();
}

void Session::Machine::dial_stopped() {
  auto& evidence = context.evidence;
  evidence.hung_up = evidence.hang_up_proven = as<AbortRun>().found() != evidence::AfterTimer::at_dead;
  context.note(evidence.hung_up ? Note::Kind::hangup : Note::Kind::warning,
               evidence.hung_up ? "AT answers OK." : "AT is not answered: the modem may still be off hook.");
  closed();
}

// The line is down, or as good as can be had. The last question is for the UART's counters.
void Session::Machine::closed() {
  counts_until_ = context.now;
  if (context.options.has_lines && counts_before_) {
    counts_asked_ = context.request({});
    counts_until_ = context.now + counts_max;
  }
}

void Session::Machine::finish() {
  context.drop_output();
  auto& evidence = context.evidence;
  if (!evidence.ended) evidence.ended = context.now;
  evidence.finals_owed = context.options.finals_owed;
  outcome_ = evidence::conclude(std::move(evidence));
}

evidence::OutcomeClass Session::Machine::outcome_now() const { return evidence::classify(context.evidence); }

} // namespace dialbench::session
