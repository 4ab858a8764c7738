// A modem that repeats a recording, sans-I/O: each thing that the computer says is looked for in the
// recording, and answered as it was answered there, after the same time.
//
// The place in the recording is the first turn that has not been said. What belongs together is the set-up
// from there up to the next act (D, A, O) or call. Within it the order, blanks, case, back spaces, E for E0
// and how commands are joined on lines make no difference, and a line that has been said already is answered
// as it was recorded last. A line that is said in another place of the recording is answered as there. What
// the recording does not have is answered OK where it is plain set-up, else ERROR; ERROR also for a number
// that is not in it. A line without AT gets nothing (V.250 5.2.1). An act leads to its place, forward or
// back. In a call, line ends make no difference; other data is answered as the data in its place was. +++ and
// a second of silence, or DTR dropped, end the call even where the recording has no such thing.
//
// Strict: the same is answered, but every byte and the order count.
#pragma once

#include "harness/emulator/dce.hpp"
#include "harness/emulator/replay/comparison.hpp"
#include "harness/emulator/replay/recording.hpp"

#include <memory>
#include <vector>

namespace dialbench::replay {

struct Options {
  bool strict = false;
  // What the modem says first waits for DTR, or a byte: nobody hears it before. Without: it begins at Time 0.
  bool wait_for_dtr = true;
  // The plug is pulled when DTR drops behind something that was said: one dialer, one run.
  bool once = false;
};

class Replay final : public emulator::Dce {
 public:
  Replay(Recording recording, Options options);
  ~Replay() override;

  void receive(std::string_view bytes, Time now) override;
  void set_dtr(bool on, Time now) override;
  void tick(Time now) override;
  [[nodiscard]] std::string_view output() const noexcept override;
  void taken(std::size_t bytes) override;
  [[nodiscard]] std::optional<Time> deadline() const noexcept override;
  [[nodiscard]] evidence::ModemLines lines() const noexcept override; // DCD while a call is up
  [[nodiscard]] std::size_t room() const noexcept override;
  [[nodiscard]] bool unplugged() const noexcept override;
  [[nodiscard]] unsigned dials() const noexcept override;

  // So far; what has not been said is missing.
  [[nodiscard]] Comparison comparison() const;

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

} // namespace dialbench::replay
