// A modem behind a way that fails: takes a schedule of faults and another modem, and is a modem itself. What
// serves or simulates a modem serves this one.
//
// With an empty schedule every byte goes through at once. A stall of what is sent shows as CTS off and no
// room.
#pragma once

#include "harness/emulator/dce.hpp"
#include "harness/emulator/faults/pipe.hpp"
#include "harness/emulator/line_errors.hpp"

#include <memory>
#include <string>

namespace dialbench::faults {

class FaultyDce final : public emulator::Dce, public emulator::LineErrors {
 public:
  FaultyDce(std::unique_ptr<emulator::Dce> modem, const Schedule& schedule);
  // One more while it is served: what its call, time and byte say counts from now on (call 1: the next dial).
  void add(Fault fault, Time now);

  void receive(std::string_view bytes, Time now) override;
  void set_dtr(bool on, Time now) override;
  void tick(Time now) override;

  [[nodiscard]] std::string_view output() const noexcept override;
  void taken(std::size_t bytes) override;
  [[nodiscard]] std::optional<Time> deadline() const noexcept override;
  [[nodiscard]] evidence::ModemLines lines() const noexcept override;
  [[nodiscard]] std::size_t room() const noexcept override;
  [[nodiscard]] bool unplugged() const noexcept override;
  [[nodiscard]] unsigned dials() const noexcept override { return modem_->dials(); }

  // Of what the modem says.
  [[nodiscard]] unsigned char line_errors() const noexcept override { return from_modem_.line_errors(); }
  void take_line_errors() noexcept override { from_modem_.take_line_errors(); }

  // unplug: when the port comes back, while it is away; nothing: it is there, or stays away.
  [[nodiscard]] std::optional<Time> back_at() const noexcept;
  // How often it has come back: each time under another name.
  [[nodiscard]] unsigned comebacks() const noexcept { return comebacks_; }
  [[nodiscard]] bool in_flight() const noexcept { return to_modem_.in_flight() || from_modem_.in_flight(); }
  // What the faults have done so far; at most one row for each.
  [[nodiscard]] std::vector<Act> acts() const;

 private:
  struct OfPort {
    Fault fault;
    std::optional<Time> due;
  };

  void began(unsigned call, Time now);
  void advance(Time now);
  void exchange_bytes(Time now);
  void happen(const Fault& fault, Time now);
  void restart(Time now);
  void watch(char c, Time now);
  [[nodiscard]] std::optional<Time> next_event() const noexcept;

  std::unique_ptr<emulator::Dce> modem_;
  Pipe to_modem_;
  Pipe from_modem_;
  std::vector<OfPort> of_port_;
  std::vector<Act> port_acts_;
  std::string line_; // what the computer is sending, to see its dial commands
  unsigned calls_ = 0;
  bool started_ = false;
  bool away_ = false;
  std::optional<Time> back_;
  unsigned comebacks_ = 0;
  Time now_{};
};

} // namespace dialbench::faults
