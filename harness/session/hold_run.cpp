#include "harness/session/hold_run.hpp"

#include "harness/evidence/duration.hpp"

namespace dialbench::session {
HoldRun::HoldRun(Context& context, Listener& listener, Duration duration)
    : context_(context)
    , listener_(listener)
    , until_(context.now + duration) {
  listener_.clear();
  listener_.command_sent("");
  context_.note(evidence::Note::Kind::hold, "connected; watched for " + evidence::shown(duration));
}

HoldRun::HoldRun(Context& context, Listener& listener, Suspicion suspicion)
    : context_(context)
    , listener_(listener)
    , until_(context.now)
    , lost_at_(suspicion.heard_at) {
  ask();
}

std::size_t HoldRun::receive(std::string_view bytes) {
  if (state_ == State::asking) return command_->receive(bytes);
  context_.evidence.data_bytes += bytes.size();
  return listener_.receive(bytes, [this](const Heard& heard) {
    doubt_.hear(heard, context_.now, context_.last_byte_at);
    return at::Next::go_on;
  });
}

void HoldRun::tick() {
  if (state_ == State::watching) {
    listener_.tick([this](const Heard& heard) {
      doubt_.hear(heard, context_.now, context_.last_byte_at);
      return at::Next::go_on;
    });
  }
  if (state_ == State::watching && doubt_.is_due(context_.now, listener_)) {
    lost_at_ = doubt_.heard_at();
    if (context_.carrier_fell()) return finish(true);
    ask();
  }
  if (state_ == State::asking) {
    command_->tick();
    if (!command_->done()) return;
    const bool in_command_mode =
        command_->end() == CommandRun::End::final && command_->final().meaning == at::Meaning::ok;
    if (in_command_mode && !context_.carrier_rose()) return finish(true);
    state_ = State::watching;
  }
  if (state_ == State::watching && context_.now >= until_ && !doubt_.deadline()) finish(false);
}

void HoldRun::ask() {
  state_ = State::asking;
  command_ = std::make_unique<CommandRun>(context_, listener_, CommandRun::What("AT"));
}

void HoldRun::finish(bool lost) {
  lost_ = lost;
  state_ = State::done;
}

std::optional<Time> HoldRun::deadline() const {
  if (done()) return context_.now;
  if (state_ == State::asking) return command_->deadline();
  // Words that silence may make a line of are waited for as long as the connection is watched.
  const auto heard_at = context_.now < until_ ? listener_.deadline() : std::nullopt;
  return doubt_.deadline() ? earlier(doubt_.deadline(), heard_at) : earlier(until_, heard_at);
}

std::optional<Session::Waiting> HoldRun::waiting() const {
  return Session::Waiting{.what = "the connection to hold", .until = until_, .until_what = "it is hung up"};
}

} // namespace dialbench::session
