// From data to command mode by the escape sequence: guard time, +++, guard time, OK (V.250 and Hayes;
// timing.md, section 1: S12 is 50 x 20 ms by default, 1.1 s on each side is enough).
#pragma once

#include "harness/session/activity.hpp"
#include "harness/session/listener.hpp"

namespace dialbench::session {

class EscapeRun : public Activity {
 public:
  // `heed_no_carrier` false: these words were data before, and they will not keep us from escaping.
  EscapeRun(Context& context, Listener& listener, bool heed_no_carrier = true);

  std::size_t receive(std::string_view bytes) override;
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override;
  [[nodiscard]] bool done() const override { return state_ == State::done; }
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override;

  [[nodiscard]] bool answered_ok() const noexcept { return ok_; }
  // When NO CARRIER came, where it came before a single + was sent: the connection was already gone.
  [[nodiscard]] std::optional<Time> lost_at() const noexcept { return lost_at_; }

 private:
  enum class State : std::uint8_t { guard, sent, done };

  Context& context_;
  Listener& listener_;
  State state_ = State::guard;
  Time until_;
  bool heed_no_carrier_;
  bool ok_ = false;
  std::optional<Time> lost_at_;
};

} // namespace dialbench::session
