// After CONNECT: the bytes are data. Watches them, and the carrier, for a while.
//
// Data may contain anything, `NO CARRIER` and `OK` too (facts: quirk 9). With DCD, its fall is the loss; it
// may have fallen before the CONNECT was read, and proves the words then. Without, a line NO CARRIER with
// silence behind it is a suspicion, and the modem's answer to AT the proof: a far end that merely sent these
// words leaves the modem in data mode, where nobody answers AT with OK - but for a far end that does, while
// DCD is up.
#pragma once

#include "harness/session/carrier_doubt.hpp"
#include "harness/session/command_run.hpp"

#include <memory>

namespace dialbench::session {

class HoldRun : public Activity {
 public:
  HoldRun(Context& context, Listener& listener, Duration duration);
  // NO CARRIER was seen among the data, and silence behind it: only asks.
  struct Suspicion {
    Time heard_at{};
  };
  HoldRun(Context& context, Listener& listener, Suspicion);

  std::size_t receive(std::string_view bytes) override;
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override;
  [[nodiscard]] bool done() const override { return state_ == State::done; }
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override;

  [[nodiscard]] bool lost() const noexcept { return lost_; }
  // Where it was lost: when NO CARRIER came, which is sooner than its proof.
  [[nodiscard]] Time lost_at() const noexcept { return lost_at_; }

 private:
  enum class State : std::uint8_t { watching, asking, done };

  void ask();
  void finish(bool lost);

  Context& context_;
  Listener& listener_;
  State state_ = State::watching;
  Time until_;
  CarrierDoubt doubt_;
  bool lost_ = false;
  Time lost_at_{};
  std::unique_ptr<CommandRun> command_;
};

} // namespace dialbench::session
