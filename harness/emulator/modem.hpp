// An emulated modem: the DCE side of V.250, sans-I/O. It is driven as a session is: bytes and `now` in, bytes
// and a deadline out.
//
//   1. Feed it: receive, set_dtr, tick. `now` never goes back.
//   2. After each call, write output() and say by taken() what the port took; look at lines() and
//   unplugged().
//   3. Sleep until deadline() or until bytes come; then tick(now) or receive(bytes, now).
//
// States: command (idle, or off hook behind a dial that ended in ;), calling (from the dial command to its
// verdict; a byte aborts), online (data), escaped (command state in a call), dead (says nothing until DTR
// drops), unplugged.
#pragma once

#include "harness/emulator/exchange.hpp"
#include "harness/emulator/habits.hpp"
#include "harness/evidence/modem_lines.hpp"
#include "harness/evidence/time.hpp"

#include <memory>
#include <optional>
#include <string_view>

namespace dialbench::emulator {

class Modem {
 public:
  // `exchange` outlives the modem. DTR is taken to be on until set_dtr says otherwise: a pty carries none.
  Modem(const Exchange& exchange, Habits habits = {});
  ~Modem();
  Modem(Modem&&) noexcept;
  Modem& operator=(Modem&&) noexcept;

  void receive(std::string_view bytes, Time now); // from the computer
  void set_dtr(bool on, Time now);
  void tick(Time now);
  // Somebody calls: RING once in each ring cycle, `rings` times. Who answers (ATA, S0) gets `caller`, whose
  // `after` is the training. A modem that is in a call is busy, and nothing happens. `caller` is copied.
  void ring(const Far& caller, unsigned rings, Time now);
  // Switched off and on, or plugged in again: the stored profile, no call, nothing on its way. dials() goes
  // on.
  void power_on(Time now);

  [[nodiscard]] std::string_view output() const noexcept; // to the computer; stays until taken
  void taken(std::size_t bytes);
  [[nodiscard]] std::optional<Time> deadline() const noexcept;
  // DCD follows the carrier (&C1), CTS is off while no more bytes for the computer can be held.
  [[nodiscard]] evidence::ModemLines lines() const noexcept;
  // How many bytes more it can hold for the computer. A live line loses what is beyond; who serves the modem
  // may stop reading from the computer meanwhile.
  [[nodiscard]] std::size_t room() const noexcept;
  // The exchange wants the plug pulled now: the serving side closes the port, the simulation fails it.
  [[nodiscard]] bool unplugged() const noexcept;
  [[nodiscard]] unsigned dials() const noexcept; // how many dial commands it has carried out

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

} // namespace dialbench::emulator
