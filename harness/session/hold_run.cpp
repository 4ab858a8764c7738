#include "harness/session/hold_run.hpp"

#include "harness/evidence/duration.hpp"

namespace dialbench::session {
namespace {

// Data that goes on behind the words NO CARRIER within this time shows that they were data.
constexpr Duration silence_behind = std::chrono::milliseconds(600);

} // namespace

HoldRun::HoldRun(Context& context, Listener& listener, Duration duration)
    : context_(context)
    , listener_(listener)
    , until_(context.now + duration) {
  listener_.clear();
  listener_.command_sent("");
  context_.note(evidence::Note::Kind::hold, "connected; watched for " + evidence::shown(duration));
}

HoldRun::HoldRun(Context& context, Listener& listener, Suspicion)
    : context_(context)
    , listener_(listener)
    , until_(context.now) {
  ask();
}

std::size_t HoldRun::receive(std::string_view bytes) {
  if (state_ == State::asking) return command_->receive(bytes);
  context_.evidence.data_bytes += bytes.size();
  if (state_ == State::suspecting) state_ = State::watching;
  return listener_.receive(bytes, [this](const Heard& heard) {
    hear_data(heard);
    return at::Next::go_on;
  });
}

void HoldRun::hear_data(const Heard& heard) {
  if (heard.overflow || heard.echo) return;
  const bool no_carrier = heard.result.meaning == at::Meaning::no_carrier;
  state_ = no_carrier ? State::suspecting : State::watching;
  suspect_until_ = context_.now + silence_behind;
}

void HoldRun::tick() {
  if (state_ == State::watching || state_ == State::suspecting) {
    listener_.tick([this](const Heard& heard) {
      hear_data(heard);
      return at::Next::go_on;
    });
  }
  if (state_ == State::suspecting && context_.now >= suspect_until_) ask();
  if (state_ == State::asking) {
    command_->tick();
    if (!command_->done()) return;
    if (command_->end() == CommandRun::End::final) return finish(true);
    state_ = State::watching;
  }
  if (state_ == State::watching && context_.now >= until_) finish(false);
}

void HoldRun::ask() {
  state_ = State::asking;
  CommandRun::What what;
  what.text = "AT";
  command_ = std::make_unique<CommandRun>(context_, listener_, std::move(what));
}

void HoldRun::lines_changed(const evidence::ModemLines& lines) {
  context_.evidence.lines_at_end = lines;
  if (lines.dcd) had_carrier_ = true;
  if (had_carrier_ && !lines.dcd && state_ != State::done) finish(true);
}

void HoldRun::finish(bool lost) {
  lost_ = lost;
  state_ = State::done;
}

std::optional<Time> HoldRun::deadline() const {
  if (done()) return context_.now;
  if (state_ == State::asking) return command_->deadline();
  const auto at = earlier(listener_.deadline(), until_);
  return state_ == State::suspecting ? earlier(at, suspect_until_) : at;
}

std::optional<Session::Waiting> HoldRun::waiting() const {
  return Session::Waiting{.what = "the connection to hold", .until = until_, .until_what = "it is hung up"};
}

} // namespace dialbench::session
