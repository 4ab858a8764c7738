#include "harness/session/machine.hpp"

#include "harness/evidence/mapping.hpp"
#include "harness/script/result_word.hpp"
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
// What a dial with a command or two in front of it comes to.
constexpr std::size_t notes_usual = 6;
constexpr std::size_t commands_usual = 4;

} // namespace

Session::Machine::Machine(std::shared_ptr<const script::Script>&& script, Options&& options)
    : context(std::move(options), outcome_.evidence)
    , script_(std::move(script))
    , listener_(context) {
  auto& evidence = context.evidence;
  evidence.notes.reserve(notes_usual);
  evidence.commands.reserve(commands_usual);
  evidence.port_name = context.options.port_name;
  evidence.emulated = context.options.emulated;
  evidence.epoch = context.options.epoch;
  if (context.options.dialect != nullptr) evidence.dialect = context.options.dialect->id;
}

// what happens

void Session::Machine::start(Time now) {
  context.now = now;
  started_ = true;
  if (context.options.has_lines) counts_asked_ = context.request({});
  run();
}

void Session::Machine::receive(std::string_view bytes, Time now) {
  context.now = now;
  if (over_) return;
  if (!bytes.empty()) context.last_byte_at = now;
  inbox_ += bytes;
  if (inbox_.size() > inbox_max) inbox_.erase(0, inbox_.size() - inbox_max);
  run();
}

void Session::Machine::sent(std::size_t bytes, Time now) {
  context.now = now;
  if (over_) return;
  context.taken(bytes);
  if (dialling_ && !context.evidence.dialled && context.taken_total() > dial_mark_) {
    context.evidence.dialled = true;
    context.evidence.dial_sent = now;
  }
  run();
}

void Session::Machine::answered(RequestId id, const PortAnswer& answer, Time now) {
  context.now = now;
  if (over_) return;
  if (id == counts_asked_ && answer.uart) count_errors(*answer.uart);
  if (concluding_ && id == counts_asked_) counts_until_ = now;
  if (activity_) activity_->answered(id, answer);
  if (answer.lines) return lines_changed(*answer.lines, now);
  run();
}

// Errors since the session began; a port that counts from zero again gives what it has.
void Session::Machine::count_errors(const evidence::UartErrors& now) {
  if (!counts_before_) counts_before_ = now;
  const auto since = [](unsigned before, unsigned after) { return after >= before ? after - before : after; };
  context.evidence.uart = evidence::UartErrors{.overrun = since(counts_before_->overrun, now.overrun),
                                               .framing = since(counts_before_->framing, now.framing),
                                               .parity = since(counts_before_->parity, now.parity),
                                               .breaks = since(counts_before_->breaks, now.breaks)};
}

void Session::Machine::lines_changed(const evidence::ModemLines& lines, Time now) {
  context.now = now;
  if (over_) return;
  const bool fell = context.carrier.value_or(false) && !lines.dcd;
  context.saw_carrier(lines.dcd);
  context.evidence.lines_at_end = lines;
  if (activity_) activity_->lines_changed(lines);
  // While we hang up DCD is meant to fall; at any other time of a connection its fall is the loss.
  if (fell && context.online && !concluding_ && dynamic_cast<HangUpRun*>(activity_.get()) == nullptr) {
    activity_.reset();
    connection_lost();
  }
  run();
}

void Session::Machine::port_failed(const evidence::PortProblem& problem, Time now) {
  context.now = now;
  if (over_) return;
  context.evidence.port = problem;
  // It was open: whatever the system says about opening it again, it was lost.
  context.evidence.port->fault = evidence::PortFault::lost;
  context.evidence.ending = Ending::port_failed;
  context.evidence.ended = now;
  activity_.reset();
  finish();
}

void Session::Machine::stop(Time now) {
  context.now = now;
  if (over_) return;
  const bool second = std::exchange(stopping_, true);
  // The verdict is there already, and only the last question to the port is open.
  if (concluding_ && !activity_) return finish();
  auto& evidence = context.evidence;
  evidence.ending = Ending::stopped;
  const bool dialling = evidence.dialled || dialling_;
  if (second || !dialling || evidence.hung_up) {
    activity_.reset();
    return finish();
  }
  context.note(Note::Kind::hangup, "stopped by the user; hanging up");
  concluding_ = true;
  if (context.online) {
    begin(std::make_unique<HangUpRun>(context, listener_, HangUpRun::From::data), &Machine::closed);
  } else {
    if (auto* raw = dynamic_cast<RawRun*>(activity_.get()); raw != nullptr) raw->send_rest();
    begin(std::make_unique<AbortRun>(context, listener_), &Machine::dial_aborted);
  }
  run();
}

void Session::Machine::tick(Time now) {
  context.now = now;
  run();
}

std::optional<Time> Session::Machine::deadline() const noexcept {
  if (over_ || !started_) return std::nullopt;
  if (activity_) return activity_->deadline();
  return concluding_ ? std::optional(counts_until_) : std::nullopt;
}

std::optional<Session::Waiting> Session::Machine::waiting() const {
  return activity_ && !over_ ? activity_->waiting() : std::nullopt;
}

// going on

void Session::Machine::begin(std::unique_ptr<Activity> activity, Then then) {
  activity_ = std::move(activity);
  then_ = then;
}

void Session::Machine::feed() {
  if (!inbox_.empty() && context.line_feed_due) {
    context.line_feed_due = false;
    if (inbox_.front() == '\n') inbox_.erase(0, 1);
  }
  // An activity that is done leaves the rest to the one after it.
  while (!inbox_.empty() && activity_ && !activity_->done()) {
    const std::size_t used = activity_->receive(inbox_);
    if (used == 0) return;
    inbox_.erase(0, used);
  }
}

void Session::Machine::run() {
  while (started_ && !over_) {
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
    } else if (step_ < script_->steps.size()) {
      begin_step();
    } else {
      conclude();
    }
  }
}

// the end

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
    // A script that ends with its D command: the verdict is still to come.
    ExpectRun::What what;
    what.patterns.push_back(script::expected_pattern("CONNECT"));
    what.timeout = chat_timeout_;
    what.chat = true;
    return begin_expect(std::move(what), &Machine::chat_expected);
  }
  if (evidence.ending == Ending::none) evidence.ending = Ending::completed;
  concluding_ = true;
  if (!evidence.dialled || evidence.hung_up || evidence.lost_after_connect) return closed();
  if (context.online) {
    return begin(std::make_unique<HangUpRun>(context, listener_, HangUpRun::From::data), &Machine::hung_up);
  }
  if (evidence.connected || evidence.result) {
    return begin(std::make_unique<HangUpRun>(context, listener_, HangUpRun::From::command),
                 &Machine::hung_up);
  }
  // A port that takes nothing takes no abort either, and a modem that is dead has been asked everything.
  if (evidence.ending == Ending::write_stalled || evidence.after_timer != evidence::AfterTimer::none)
    return closed();
  begin(std::make_unique<AbortRun>(context, listener_), &Machine::dial_aborted);
}

void Session::Machine::hung_up() {
  auto& evidence = context.evidence;
  if (const auto lost_at = as<HangUpRun>().lost_at()) {
    evidence.lost_after_connect = true;
    evidence.ended = lost_at;
  }
  if (concluding_) return closed();
  const Came came{.meaning = at::Meaning::no_carrier, .outcome = outcome_now(), .timeout = false, .text = {}};
  if (!evidence.lost_after_connect) return next();
  if (!branch(step(), came)) conclude();
}

// A dial was cut short, by the user or by what came instead of a result.
void Session::Machine::dial_aborted() {
  const auto ending = context.evidence.ending;
  as<AbortRun>().conclude_dial();
  context.evidence.ending = ending;
  if (context.online) {
    return begin(std::make_unique<HangUpRun>(context, listener_, HangUpRun::From::data), &Machine::closed);
  }
  if (context.evidence.hung_up)
    context.note(Note::Kind::hangup, "AT answers OK.");
  else if (context.carrier_rose())
    context.note(Note::Kind::warning, carrier_has_not_fallen);
  else
    context.note(Note::Kind::warning, "AT is not answered: the modem may still be off hook.");
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
  context.drop_requests();
  auto& evidence = context.evidence;
  if (!evidence.ended) evidence.ended = context.now;
  evidence.finals_owed = context.options.finals_owed;
  evidence::conclude(outcome_);
  over_ = true;
}

evidence::OutcomeClass Session::Machine::outcome_now() const { return evidence::classify(context.evidence); }

} // namespace dialbench::session
