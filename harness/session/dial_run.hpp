// One dial: from the D command to the modem's verdict, or ours.
//
// States: gap, sending, listening (echo, progress, a final result), aborting (our timer ran out:
// abort_run.hpp), done. The deadline is the time that the dial string takes at worst, S7 and a margin, so
// that the modem's own word comes first (design, decision 3); a deadline of the user's stands, and the
// evidence says so. A final that comes sooner than the digits can be out, while an earlier attempt still owes
// one, is that attempt's (decision 4).
#pragma once

#include "at/dial_string.hpp"
#include "harness/session/abort_run.hpp"
#include "harness/session/activity.hpp"
#include "harness/session/listener.hpp"

#include <memory>
#include <string>
#include <utility>

namespace dialbench::session {

class DialRun : public Activity {
 public:
  struct What {
    explicit What(std::string line)
        : command(std::move(line)) {}
    std::string command; // ATDT5551234, without terminator
    bool secret = false;
    bool stay_in_command_mode = false;
    std::optional<Duration> timeout; // the step's own, chat's or the user's; nothing: by the rule
    Duration typing{};               // chat's \d and \p inside the command
  };
  DialRun(Context& context, Listener& listener, What&& what);

  std::size_t receive(std::string_view bytes) override;
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override;
  [[nodiscard]] bool done() const override { return state_ == State::done; }
  void answered(RequestId id, const PortAnswer& answer) override;
  void lines_changed(const evidence::ModemLines& lines) override;
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override;

  [[nodiscard]] bool connected() const noexcept { return context_.evidence.connected; }

 private:
  enum class State : std::uint8_t { gap, sending, listening, aborting, done };

  void say();
  void set_deadline();
  at::Next hear(const Heard& heard);
  at::Next hear_final(const Heard& heard);
  void hear_text(const Heard& heard);
  void count_ringing();
  void finish(evidence::Ending ending);
  void time_is_up();
  void aborted();
  [[nodiscard]] bool belongs_to_earlier_call() const noexcept;

  Context& context_;
  Listener& listener_;
  What what_;
  std::string_view dial_; // T5551234, of the command
  State state_ = State::gap;
  std::uint64_t taken_before_ = 0;
  std::uint64_t reply_bytes_ = 0;
  Time deadline_{};
  std::unique_ptr<AbortRun> abort_;
};

} // namespace dialbench::session
