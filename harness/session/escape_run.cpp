#include "harness/session/escape_run.hpp"

namespace dialbench::session {
namespace {

constexpr Duration guard = std::chrono::milliseconds(1100);
// The second guard time, and a second for the modem to say OK.
constexpr Duration answer_max = guard + std::chrono::milliseconds(1000);

} // namespace

EscapeRun::EscapeRun(Context& context, Listener& listener, bool heed_no_carrier)
    : context_(context)
    , listener_(listener)
    , until_(context.now + guard)
    , heed_no_carrier_(heed_no_carrier) {
  listener_.clear();
  listener_.command_sent("+++");
}

std::size_t EscapeRun::receive(std::string_view bytes) {
  return listener_.receive(bytes, [this](const Heard& heard) {
    const auto meaning = heard.result.meaning;
    if (state_ == State::sent && meaning == at::Meaning::ok) {
      ok_ = true;
      state_ = State::done;
      context_.final_seen();
    } else if (meaning == at::Meaning::no_carrier) {
      if (state_ == State::guard && heed_no_carrier_ && !lost_at_) lost_at_ = context_.last_byte_at;
      if (state_ == State::sent) context_.keep(context_.evidence.unsolicited, saying(heard, context_.now));
    }
    return at::Next::go_on;
  });
}

void EscapeRun::tick() {
  listener_.tick([](const Heard&) { return at::Next::go_on; });
  if (state_ == State::done || context_.now < until_) return;
  if (state_ == State::guard && !lost_at_) {
    context_.send("+++");
    state_ = State::sent;
    until_ = context_.now + answer_max;
    return;
  }
  state_ = State::done;
}

std::optional<Time> EscapeRun::deadline() const { return state_ == State::done ? context_.now : until_; }

std::optional<Session::Waiting> EscapeRun::waiting() const {
  return Session::Waiting{
      .what = "escape (+++) to command mode", .until = until_, .until_what = "its guard time ends"};
}

} // namespace dialbench::session
