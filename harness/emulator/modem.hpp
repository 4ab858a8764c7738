// An emulated modem: the DCE side of V.250, sans-I/O. It is driven as a session is: bytes and `now` in, bytes and a deadline out.
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
  // `exchange` outlives the modem.
  Modem(const Exchange& exchange, Habits habits = {});
  ~Modem();
  Modem(Modem&&) noexcept;
  Modem& operator=(Modem&&) noexcept;

  void receive(std::string_view bytes, Time now); // from the computer
  void set_dtr(bool on, Time now);
  void tick(Time now);

  [[nodiscard]] std::string_view output() const noexcept; // to the computer; stays until taken
  void taken(std::size_t bytes);
  [[nodiscard]] std::optional<Time> deadline() const noexcept;
  [[nodiscard]] evidence::ModemLines lines() const noexcept;
  // The exchange wants the plug pulled now: the serving side closes the port, the simulation fails it.
  [[nodiscard]] bool unplugged() const noexcept;
  [[nodiscard]] unsigned dials() const noexcept; // how many dial commands it has carried out

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

} // namespace dialbench::emulator
