// One command line and its reply.
//
// States: gap (0.1 s since the last final result, V.250), sending (the port takes the bytes), waiting (reply
// lines, then a final result), done. Silence for `timeout` since the last byte ends a try; the command is
// said `tries` times.
//
// Only OK and the ERROR family end a command: BUSY behind ATE0 is the result of something earlier and is set
// aside as stale. A command that answers a call or returns to one (A, O) takes any final result. A result
// that comes before the echo of a command, from a modem that is known to echo, is held back for a second: it
// may belong to the command before.
#pragma once

#include "harness/session/activity.hpp"
#include "harness/session/listener.hpp"

#include <string>
#include <utility>

namespace dialbench::session {

class CommandRun : public Activity {
 public:
  struct What {
    explicit What(std::string line)
        : text(std::move(line))
        , settings(settings_in(text)) {}
    std::string text; // without terminator
    CommandSettings settings;
    bool secret = false;
    Duration timeout = std::chrono::seconds(2);
    unsigned tries = 1;
    bool any_final = false; // every final result ends it: ATH may bring NO CARRIER only (facts: quirk 14)
  };
  enum class End : std::uint8_t { none, final, silence, stalled, overflow };

  CommandRun(Context& context, Listener& listener, What&& what);

  std::size_t receive(std::string_view bytes) override;
  void tick() override;
  [[nodiscard]] std::optional<Time> deadline() const override;
  [[nodiscard]] bool done() const override { return end_ != End::none; }
  [[nodiscard]] std::optional<Session::Waiting> waiting() const override;

  [[nodiscard]] End end() const noexcept { return end_; }
  [[nodiscard]] const evidence::Saying& final() const noexcept { return final_; } // where end() is final
  [[nodiscard]] bool connected() const noexcept { return final_.meaning == at::Meaning::connect; }
  [[nodiscard]] std::size_t replies() const noexcept { return text_lines_; }
  [[nodiscard]] const std::string& text() const noexcept { return what_.text; }

 private:
  enum class State : std::uint8_t { gap, sending, waiting };

  void say();
  at::Next hear(const Heard& heard);
  at::Next hear_final(const Heard& heard);
  void finish(End end);
  void finish_with(const evidence::Saying& final);
  void silence();
  [[nodiscard]] bool only_echo() const noexcept;
  [[nodiscard]] unsigned repeats() const noexcept; // how often it was said again
  [[nodiscard]] bool ends_with(at::Meaning meaning) const noexcept;
  [[nodiscard]] Time silence_at() const;

  Context& context_;
  Listener& listener_;
  What what_;
  State state_ = State::gap;
  End end_ = End::none;
  unsigned tries_left_ = 1;
  Time sent_at_{};
  std::uint64_t reply_bytes_ = 0;
  std::size_t text_lines_ = 0;
  std::size_t echo_lines_ = 0;
  bool takes_any_final_ = false;
  bool foreign_bytes_ = false;           // bytes that are no text at all
  std::optional<evidence::Saying> held_; // a final result that came before the echo
  evidence::Saying final_;
};

} // namespace dialbench::session
