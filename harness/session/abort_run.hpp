// After our own timer, or when the user stops a dial: who is still there?
//
// CR aborts the dial (V.250), NO CARRIER may follow; then AT. Where that is not answered the modem may be in
// data mode: DTR or the escape sequence, ATH, and AT once more (design, decision 3). So it is where DCD has
// risen: of a call that is up, an AT is not answered, and what came was no answer to it. A CONNECT that comes
// while we abort is a connection all the same, and must be hung up as one.
#pragma once

#include "harness/session/carrier_fall.hpp"
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
  [[nodiscard]] bool connected() const noexcept;

  // Puts what was found into the evidence of the dial that was aborted, and says how that dial ended.
  evidence::Ending conclude_dial();

 private:
  enum class Phase : std::uint8_t { sending, aborting, alive, look, rouse, on_hook, alive_again, done };

  at::Next hear(const Heard& heard);
  void ask(std::string text, bool any_final);
  void rouse(bool by_dtr);
  void leave_phase();
  void look();
  void conclude_alive();
  void finish(evidence::AfterTimer found);

  Context& context_;
  Listener& listener_;
  Phase phase_ = Phase::sending;
  Time until_;
  std::size_t stale_before_;
  std::unique_ptr<CommandRun> command_;
  std::unique_ptr<CarrierFall> fall_;
  std::unique_ptr<DtrRun> dtr_;
  std::unique_ptr<EscapeRun> escape_;
  Activity* inner_ = nullptr;
  evidence::AfterTimer found_ = evidence::AfterTimer::none;
  std::optional<evidence::Saying> word_;
};

} // namespace dialbench::session
