#include "harness/session/abort_run.hpp"

#include <utility>

namespace dialbench::session {
namespace {

using evidence::AfterTimer;

// How long a modem may take to say NO CARRIER to the abort (timing.md, section 2).
constexpr Duration abort_max = std::chrono::seconds(2);
// A dial command that is still on its way is sent whole first: cut off, it would call somebody else.
// Characters in the first 125 ms behind its end are ignored (V.250).
constexpr Duration sending_max = std::chrono::seconds(2);
constexpr Duration grace = std::chrono::milliseconds(150);

} // namespace

AbortRun::AbortRun(Context& context, Listener& listener)
    : context_(context)
    , listener_(listener)
    , until_(context.now + (context.all_taken() ? Duration{} : sending_max))
    , stale_before_(context.evidence.stale.size()) {}

bool AbortRun::connected() const noexcept { return word_ && word_->meaning == at::Meaning::connect; }

at::Next AbortRun::hear(const Heard& heard) {
  if (heard.result.role != at::Role::final || word_) return at::Next::go_on;
  word_ = saying(heard, context_.now);
  context_.final_seen();
  return connected() ? at::Next::stop : at::Next::go_on;
}

std::size_t AbortRun::receive(std::string_view bytes) {
  if (inner_ != nullptr) return inner_->receive(bytes);
  return listener_.receive(bytes, [this](const Heard& heard) { return hear(heard); });
}

void AbortRun::ask(std::string text, bool any_final) {
  CommandRun::What what(std::move(text));
  what.tries = 2;
  what.any_final = any_final;
  command_ = std::make_unique<CommandRun>(context_, listener_, std::move(what));
  inner_ = command_.get();
}

void AbortRun::rouse(bool by_dtr) {
  if (by_dtr) {
    dtr_ = std::make_unique<DtrRun>(context_, listener_);
    inner_ = dtr_.get();
  } else {
    escape_ = std::make_unique<EscapeRun>(context_, listener_);
    inner_ = escape_.get();
  }
}

void AbortRun::tick() {
  if (inner_ == nullptr) {
    listener_.tick([this](const Heard& heard) { return hear(heard); });
    if (phase_ == Phase::sending && context_.all_taken() && until_ > context_.now + grace) {
      until_ = context_.now + grace;
    }
    if (connected()) return finish(AfterTimer::at_answers);
    if (context_.now < until_ && !(word_ && phase_ == Phase::aborting)) return;
    if (phase_ == Phase::sending && !word_) {
      context_.send("\r");
      phase_ = Phase::aborting;
      until_ = context_.now + abort_max;
      return;
    }
    listener_.flush_what_came([this](const Heard& heard) { return hear(heard); });
    if (connected()) return finish(AfterTimer::at_answers);
    phase_ = Phase::alive;
    ask("AT", false);
  }
  while (!done()) {
    inner_->tick();
    if (!inner_->done()) return;
    leave_phase();
  }
}

void AbortRun::leave_phase() {
  // A final that a command of ours set aside here is no earlier call's: it is this one's, late.
  if (auto& stale = context_.evidence.stale; stale.size() > stale_before_) {
    if (!word_) word_ = stale[stale_before_];
    stale.resize(stale_before_);
    if (connected()) return finish(AfterTimer::at_answers);
  }
  const bool answered = command_->end() == CommandRun::End::final;
  switch (phase_) {
  case Phase::alive:
  case Phase::alive_again:
    if (answered) return look();
    if (phase_ == Phase::alive_again) return finish(AfterTimer::at_dead);
    phase_ = Phase::rouse;
    return rouse(context_.options.has_lines);
  case Phase::look:
    if (!context_.carrier_rose() || connected() || dtr_) return conclude_alive();
    phase_ = Phase::rouse;
    return rouse(true);
  case Phase::rouse:
    if (dtr_ && !escape_ && !(dtr_->supported() && dtr_->carrier_gone())) return rouse(false);
    phase_ = Phase::on_hook;
    return ask("ATH", true);
  case Phase::on_hook: phase_ = Phase::alive_again; return ask("AT", false);
  case Phase::sending:
  case Phase::aborting:
  case Phase::done: return;
  }
}

// At DCD, where the port has it: the modem has answered AT.
void AbortRun::look() {
  if (!context_.options.has_lines) return conclude_alive();
  phase_ = Phase::look;
  fall_ =
      std::make_unique<CarrierFall>(context_, listener_, [this](const Heard& heard) { return hear(heard); });
  inner_ = fall_.get();
}

void AbortRun::conclude_alive() {
  const bool no_carrier = word_ && word_->meaning == at::Meaning::no_carrier;
  finish(no_carrier ? AfterTimer::no_carrier : AfterTimer::at_answers);
}

void AbortRun::finish(AfterTimer found) {
  found_ = found;
  phase_ = Phase::done;
  inner_ = nullptr;
}

evidence::Ending AbortRun::conclude_dial() {
  auto& evidence = context_.evidence;
  evidence.after_timer = found_;
  if (!word_) ++context_.options.finals_owed;
  if (found_ != AfterTimer::at_answers) context_.set_oks_apart();
  if (connected()) {
    context_.went_online(*word_);
    return evidence::Ending::final_result;
  }
  evidence.hung_up = evidence.hang_up_proven = found_ != AfterTimer::at_dead && !context_.carrier_rose();
  const auto meaning = word_ ? word_->meaning : at::Meaning::ok;
  const bool own_verdict = meaning != at::Meaning::ok && meaning != at::Meaning::no_carrier &&
                           meaning != at::Meaning::command_error;
  if (!own_verdict) return evidence::Ending::own_timer;
  evidence.result = word_; // the modem's own verdict, only later than our timer
  return evidence::Ending::final_result;
}

std::optional<Time> AbortRun::deadline() const {
  if (done()) return context_.now;
  return inner_ != nullptr ? inner_->deadline() : earlier(until_, listener_.deadline());
}

void AbortRun::answered(RequestId id, const PortAnswer& answer) {
  if (inner_ != nullptr) inner_->answered(id, answer);
}

void AbortRun::lines_changed(const evidence::ModemLines& lines) {
  if (inner_ != nullptr) inner_->lines_changed(lines);
}

std::optional<Session::Waiting> AbortRun::waiting() const {
  return Session::Waiting{
      .what = "whether the modem is still there", .until = deadline(), .until_what = "it counts as dead"};
}

} // namespace dialbench::session
