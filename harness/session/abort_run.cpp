#include "harness/session/abort_run.hpp"

namespace dialbench::session {
namespace {

// How long a modem may take to say NO CARRIER to the abort (timing.md, section 2).
constexpr Duration abort_max = std::chrono::seconds(2);

} // namespace

AbortRun::AbortRun(Context& context, Listener& listener)
    : context_(context)
    , listener_(listener)
    , until_(context.now + abort_max)
    , stale_before_(context.evidence.stale.size()) {
  context_.send("\r");
}

std::size_t AbortRun::receive(std::string_view bytes) {
  if (inner_ != nullptr) return inner_->receive(bytes);
  return listener_.receive(bytes, [this](const Heard& heard) {
    if (heard.result.role == at::Role::final && !word_) {
      word_ = saying(heard, context_.now);
      context_.final_seen();
    }
    return at::Next::go_on;
  });
}

void AbortRun::ask() {
  CommandRun::What what;
  what.text = "AT";
  what.tries = 2;
  command_ = std::make_unique<CommandRun>(context_, listener_, std::move(what));
  inner_ = command_.get();
}

void AbortRun::tick() {
  if (phase_ == Phase::aborting) {
    listener_.tick([this](const Heard& heard) {
      if (heard.result.role == at::Role::final && !word_) word_ = saying(heard, context_.now);
      return at::Next::go_on;
    });
    if (!word_ && context_.now < until_) return;
    phase_ = Phase::alive;
    ask();
  }
  while (!done()) {
    inner_->tick();
    if (!inner_->done()) return;
    leave_phase();
  }
}

void AbortRun::leave_phase() {
  using evidence::AfterTimer;
  // A final that a command of ours sets aside here is no earlier call's: it is this one's, late.
  if (auto& stale = context_.evidence.stale; stale.size() > stale_before_) {
    if (!word_) word_ = stale.back();
    stale.resize(stale_before_);
  }
  const bool alive = phase_ != Phase::rouse && command_->end() == CommandRun::End::final;
  if (alive) {
    const bool no_carrier = word_ && word_->meaning == at::Meaning::no_carrier;
    found_ = no_carrier ? AfterTimer::no_carrier : AfterTimer::at_answers;
    phase_ = Phase::done;
  } else if (phase_ == Phase::alive) {
    phase_ = Phase::rouse;
    if (context_.options.has_lines) {
      rouse_ = std::make_unique<DtrRun>(context_, listener_);
    } else {
      rouse_ = std::make_unique<EscapeRun>(context_, listener_);
    }
    inner_ = rouse_.get();
  } else if (phase_ == Phase::rouse) {
    phase_ = Phase::alive_again;
    ask();
  } else {
    found_ = AfterTimer::at_dead;
    phase_ = Phase::done;
  }
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
  return Session::Waiting{.what = "whether the modem is still there", .until = deadline(), .until_what = ""};
}

} // namespace dialbench::session
