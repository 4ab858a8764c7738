// An emulated modem: the DCE side of V.250, sans-I/O. It is driven as a session is: bytes and `now` in, bytes
// and a deadline out (dce.hpp has the contract).
//
// States: command (idle, or off hook behind a dial that ended in ;), calling (from the dial command to its
// verdict; a byte aborts), online (data), escaped (command state in a call), dead (says nothing until DTR
// drops), unplugged.
#pragma once

#include "harness/emulator/dce.hpp"
#include "harness/emulator/exchange.hpp"
#include "harness/emulator/habits.hpp"
#include "harness/emulator/line.hpp"

#include <memory>

namespace dialbench::emulator {

class Modem final : public Dce {
 public:
  // `exchange` outlives the modem. DTR is taken to be on until set_dtr says otherwise: a pty carries none.
  Modem(const Exchange& exchange, Habits habits = {});
  ~Modem() override;
  Modem(Modem&&) noexcept;
  Modem& operator=(Modem&&) noexcept;

  void receive(std::string_view bytes, Time now) override;
  void set_dtr(bool on, Time now) override;
  void tick(Time now) override;
  // Somebody calls: RING once in each ring cycle, `rings` times. Who answers (ATA, S0) gets `caller`, whose
  // `after` is the training. A modem that is in a call is busy, and nothing happens. `caller` is copied.
  void ring(const Far& caller, unsigned rings, Time now);
  // The same from somebody that caller ID tells of. False: busy.
  bool ring(const Far& far, unsigned rings, const Caller& caller, Time now);
  // Switched off and on, or plugged in again: the stored profile, no call, nothing on its way. dials() goes
  // on.
  void power_on(Time now);
  void pull_plug(Time now); // off, until power_on()
  // What outlives the power: stored profiles and numbers (&W, &Y, &Z), and dials(). Another modem with the
  // same habits that recalls it, before anything is said to it, is this one, switched on.
  struct Memory;
  [[nodiscard]] std::shared_ptr<const Memory> memory() const;
  void recall(const Memory& memory);
  // The line goes dead for a moment: a call is over, a bell is silent.
  void drop_line(Time now);

  // Hangs it on a line of its own in the same exchange: what is heard there, and by way of a Switch the other
  // modems. Before that the line is the exchange's, and leads to its numbers only.
  void plug_into(OwnLine line);
  void plug_into(std::unique_ptr<Line> line);
  enum class Hook { on, off, ringing, calling, talking, unplugged };
  [[nodiscard]] Hook hook() const noexcept;

  [[nodiscard]] std::string_view output() const noexcept override;
  void taken(std::size_t bytes) override;
  [[nodiscard]] std::optional<Time> deadline() const noexcept override;
  // DCD follows the carrier (&C1), CTS is off while no more bytes for the computer can be held.
  [[nodiscard]] evidence::ModemLines lines() const noexcept override;
  [[nodiscard]] std::size_t room() const noexcept override;
  [[nodiscard]] bool unplugged() const noexcept override;
  [[nodiscard]] unsigned dials() const noexcept override;

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

} // namespace dialbench::emulator
