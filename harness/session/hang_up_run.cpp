#include "harness/session/hang_up_run.hpp"

#include <utility>

namespace dialbench::session {
namespace {

// How long a port may take to be closed and opened again.
constexpr Duration reopen_max = std::chrono::seconds(5);

} // namespace

HangUpRun::HangUpRun(Context& context, Listener& listener, From from)
    : context_(context)
    , listener_(listener)
    , from_(from) {
  const Phase from_data = context_.options.has_lines ? Phase::dtr : Phase::escape;
  enter(from_ == From::data ? from_data : Phase::on_hook);
}

void HangUpRun::command(std::string text, unsigned tries, bool any_final) {
  CommandRun::What what(std::move(text));
  what.tries = tries;
  what.any_final = any_final;
  // ATH may take as long as S38 lets unsent data drain; the usual replies come at once (timing.md, section
  // 1).
  what.timeout = any_final ? std::chrono::seconds(5) : std::chrono::seconds(2);
  command_ = std::make_unique<CommandRun>(context_, listener_, std::move(what));
  inner_ = command_.get();
}

void HangUpRun::enter(Phase phase) {
  phase_ = phase;
  switch (phase) {
  case Phase::dtr:
    dtr_ = std::make_unique<DtrRun>(context_, listener_);
    inner_ = dtr_.get();
    break;
  case Phase::escape:
    escape_ = std::make_unique<EscapeRun>(context_, listener_, escape_ == nullptr);
    inner_ = escape_.get();
    break;
  case Phase::on_hook: command("ATH", 1, true); break;
  case Phase::prove:
  case Phase::prove_again: command("AT", 2, false); break;
  case Phase::fall:
    fall_ = std::make_unique<CarrierFall>(context_, listener_, [](const Heard&) { return at::Next::go_on; });
    inner_ = fall_.get();
    break;
  case Phase::reopen: {
    PortRequest request;
    request.kind = PortRequest::Kind::reopen;
    reopen_ = context_.request(request);
    reopen_until_ = context_.now + reopen_max;
    context_.dropped_dtr();
    listener_.forget_mode();
    inner_ = nullptr;
    break;
  }
  case Phase::done: inner_ = nullptr; break;
  }
}

bool HangUpRun::must_say_again() {
  return (!told_ || context_.carrier_rose()) && !std::exchange(told_again_, true);
}

void HangUpRun::at_answered() { context_.options.has_lines ? enter(Phase::fall) : conclude(); }

void HangUpRun::conclude() {
  if (must_say_again()) return enter(Phase::on_hook);
  if (context_.carrier_rose()) {
    if (reopen_ != 0) return finish(false, std::string(carrier_has_not_fallen));
    return enter(Phase::reopen);
  }
  if (reopen_ != 0) return finish(true, "Only closing and opening the port helped; then AT answers OK.");
  finish(true, carrier_gone_ || context_.carrier_fell() ? "DCD fell, AT answers OK." : "AT answers OK.");
}

void HangUpRun::leave_phase() {
  switch (phase_) {
  case Phase::dtr:
    carrier_gone_ = dtr_->carrier_gone();
    lost_at_ = dtr_->lost_at();
    return enter(carrier_gone_ || lost_at_ ? Phase::prove : Phase::escape);
  case Phase::escape: lost_at_ = escape_->lost_at(); return enter(lost_at_ ? Phase::prove : Phase::on_hook);
  case Phase::on_hook:
    told_ =
        command_->end() == CommandRun::End::final && command_->final().meaning != at::Meaning::command_error;
    return enter(Phase::prove);
  case Phase::prove:
    if (command_->end() == CommandRun::End::final) return at_answered();
    if (carrier_gone_) return finish(true, "DCD fell; AT is not answered.");
    // NO CARRIER among the data, and the modem is still in data mode: it was data. Hang up in earnest.
    if (lost_at_) {
      lost_at_.reset();
      return enter(Phase::escape);
    }
    // Our last bytes may have been on their way for longer than we know, and have broken the guard time.
    if (escape_ && !escape_->answered_ok() && !std::exchange(escaped_again_, true)) {
      return enter(Phase::escape);
    }
    return enter(Phase::reopen);
  case Phase::fall: return conclude();
  case Phase::reopen: return enter(Phase::prove_again);
  case Phase::prove_again:
    if (command_->end() == CommandRun::End::final) return at_answered();
    return finish(false, "AT is not answered: the modem may still be off hook.");
  case Phase::done: return;
  }
}

void HangUpRun::finish(bool proven, const std::string& how) {
  context_.went_offline(proven);
  context_.evidence.hang_up_proven = proven;
  if (lost_at_) {
    context_.note_at(*lost_at_, evidence::Note::Kind::result,
                     "NO CARRIER: the connection was lost before we hung up");
  }
  const bool loose = !context_.options.has_lines && proven;
  context_.note(proven ? evidence::Note::Kind::hangup : evidence::Note::Kind::warning,
                how + (loose ? " (This port carries no DCD.)" : ""));
  phase_ = Phase::done;
  inner_ = nullptr;
}

std::size_t HangUpRun::receive(std::string_view bytes) {
  return inner_ != nullptr ? inner_->receive(bytes) : bytes.size();
}

void HangUpRun::tick() {
  while (!done()) {
    if (inner_ != nullptr) inner_->tick();
    const bool over = inner_ != nullptr ? inner_->done() : reopened_ || context_.now >= reopen_until_;
    if (!over) return;
    leave_phase();
  }
}

std::optional<Time> HangUpRun::deadline() const {
  return inner_ != nullptr ? inner_->deadline() : reopen_until_;
}

void HangUpRun::answered(RequestId id, const PortAnswer& answer) {
  // A refused reopen is reported by the port as its loss; here only the way on is of interest.
  if (phase_ == Phase::reopen && id == reopen_) reopened_ = true;
  if (inner_ != nullptr) inner_->answered(id, answer);
}

void HangUpRun::lines_changed(const evidence::ModemLines& lines) {
  if (inner_ != nullptr) inner_->lines_changed(lines);
}

std::optional<Session::Waiting> HangUpRun::waiting() const {
  return inner_ != nullptr ? inner_->waiting() : std::nullopt;
}

} // namespace dialbench::session
