// After our own timer: who is still there? CR aborts the dial (V.250), NO CARRIER may follow; then AT; where
// that is not answered, DTR or the escape sequence, and AT once more (design, decision 3).
#pragma once

#include "harness/session/command_run.hpp"
#include "harness/session/dtr_run.hpp"
#include "harness/session/escape_run.hpp"

#include <memory>

namespace dialbench::session {

class AbortRun : public Activity {
 public:
  AbortRun(Context& context, Listener& listener);

  std::size_t receive(std::string_view bytes) override;
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override;
  [[nodiscard]] bool done() const override { return phase_ == Phase::done; }
  void answered(RequestId id, const PortAnswer& answer) override;
  void lines_changed(const evidence::ModemLines& lines) override;
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override;

  [[nodiscard]] evidence::AfterTimer found() const noexcept { return found_; }
  // The final result that the abort brought; nothing where none came, and then one is still owed.
  [[nodiscard]] const std::optional<evidence::Saying>& word() const noexcept { return word_; }

 private:
  enum class Phase : std::uint8_t { aborting, alive, rouse, alive_again, done };

  void ask();
  void leave_phase();

  Context& context_;
  Listener& listener_;
  Phase phase_ = Phase::aborting;
  Time until_;
  std::size_t stale_before_;
  std::unique_ptr<CommandRun> command_;
  std::unique_ptr<Activity> rouse_;
  Activity* inner_ = nullptr;
  evidence::AfterTimer found_ = evidence::AfterTimer::none;
  std::optional<evidence::Saying> word_;
};

} // namespace dialbench::session
