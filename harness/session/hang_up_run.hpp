// Hangs up and proves it: DCD has fallen, or AT is answered again.
//
// With lines: DTR off until DCD falls. Without: +++, ATH. Then AT in both cases. An escape that was not
// answered is tried once more; where nothing helps, the port is closed and opened again, which drops DTR, and
// AT is asked once more. A NO CARRIER that comes before anything was sent is no hang-up of ours: the
// connection was lost, and lost_at() says when.
//
// An ATH that nothing or ERROR came to may have been damaged on its way, and an AT that is answered behind it
// only says that the modem is in command mode: it is said once more. So it is where DCD rose with the call
// and does not fall; where it never does, nothing is proven.
#pragma once

#include "harness/session/carrier_fall.hpp"
#include "harness/session/command_run.hpp"
#include "harness/session/dtr_run.hpp"
#include "harness/session/escape_run.hpp"

#include <memory>

namespace dialbench::session {

class HangUpRun : public Activity {
 public:
  enum class From : std::uint8_t { data, command };
  HangUpRun(Context& context, Listener& listener, From from);

  std::size_t receive(std::string_view bytes) override;
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override;
  [[nodiscard]] bool done() const override { return phase_ == Phase::done; }
  void answered(RequestId id, const PortAnswer& answer) override;
  void lines_changed(const evidence::ModemLines& lines) override;
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override;

  [[nodiscard]] std::optional<Time> lost_at() const noexcept { return lost_at_; } // when NO CARRIER came

 private:
  enum class Phase : std::uint8_t { dtr, escape, on_hook, prove, fall, reopen, prove_again, done };

  void enter(Phase phase);
  void leave_phase();
  bool must_say_again(); // ATH, once
  void at_answered();
  void conclude();
  void command(std::string text, unsigned tries, bool any_final);
  void finish(bool proven, const std::string& how);

  Context& context_;
  Listener& listener_;
  From from_;
  Phase phase_ = Phase::done;
  std::unique_ptr<DtrRun> dtr_;
  std::unique_ptr<EscapeRun> escape_;
  std::unique_ptr<CommandRun> command_;
  std::unique_ptr<CarrierFall> fall_;
  Activity* inner_ = nullptr;
  RequestId reopen_ = 0;
  bool reopened_ = false;
  bool escaped_again_ = false;
  bool told_ = true; // the modem has taken ATH, as far as its answer tells
  bool told_again_ = false;
  Time reopen_until_{};
  bool carrier_gone_ = false;
  std::optional<Time> lost_at_;
};

} // namespace dialbench::session
