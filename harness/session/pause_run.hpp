// Lets time pass: `pause` for a fixed time, `wait` until the modem has said nothing for so long. What comes
// meanwhile is heard: before CONNECT as lines, after it as data.
#pragma once

#include "harness/session/activity.hpp"
#include "harness/session/listener.hpp"

namespace dialbench::session {

class PauseRun : public Activity {
 public:
  enum class Until : std::uint8_t { time, silence };
  PauseRun(Context& context, Listener& listener, Duration duration, Until until)
      : context_(context)
      , listener_(listener)
      , duration_(duration)
      , until_(until)
      , end_(context.now + duration)
      , latest_(context.now + silence_factor * duration) {}

  std::size_t receive(std::string_view bytes) override {
    const bool more = bytes.size() != waiting_bytes_;
    waiting_bytes_ = bytes.size();
    if (more && until_ == Until::silence) end_ = std::min(context_.now + duration_, latest_);
    if (context_.online) return 0; // data is for the step that reads it
    waiting_bytes_ = 0;
    return listener_.receive(bytes, [this](const Heard& heard) {
      if (heard.echo || heard.overflow) return at::Next::go_on;
      const auto said = saying(heard, context_.now);
      if (heard.result.role == at::Role::final && context_.options.finals_owed > 0) {
        context_.set_aside(said);
      } else {
        context_.keep(context_.evidence.unsolicited, said);
      }
      return at::Next::go_on;
    });
  }
  void tick() override {
    listener_.tick([](const Heard&) { return at::Next::go_on; });
  }
  [[nodiscard]] std::optional<Time> deadline() const override { return end_; }
  [[nodiscard]] bool done() const override { return context_.now >= end_; }
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override {
    const bool silence = until_ == Until::silence;
    return Session::Waiting{
        .what = silence ? "silence" : "a pause", .until = end_, .until_what = "the script goes on"};
  }

 private:
  // A modem that never falls silent does not hold a script for ever.
  static constexpr int silence_factor = 20;

  Context& context_;
  Listener& listener_;
  Duration duration_;
  Until until_;
  Time end_;
  std::size_t waiting_bytes_ = 0; // that came, and that we leave
  Time latest_;
};

} // namespace dialbench::session
