// What the serving side and the simulation know of a modem, sans-I/O: the emulated one (modem.hpp), and one
// that repeats a recording (replay/replay.hpp).
//
//   1. Feed it: receive, set_dtr, tick. `now` never goes back.
//   2. After each call, write output() and say by taken() what the port took; look at lines() and
//   unplugged().
//   3. Sleep until deadline() or until bytes come; then tick(now) or receive(bytes, now).
#pragma once

#include "harness/evidence/modem_lines.hpp"
#include "harness/evidence/time.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dialbench::emulator {

class Dce {
 public:
  virtual ~Dce() = default;

  virtual void receive(std::string_view bytes, Time now) = 0; // from the computer
  virtual void set_dtr(bool on, Time now) = 0;
  virtual void tick(Time now) = 0;

  [[nodiscard]] virtual std::string_view output() const noexcept = 0; // to the computer; stays until taken
  virtual void taken(std::size_t bytes) = 0;
  [[nodiscard]] virtual std::optional<Time> deadline() const noexcept = 0;
  [[nodiscard]] virtual evidence::ModemLines lines() const noexcept = 0;
  // How many bytes more it can hold for the computer. What is beyond may be lost; who serves the modem may
  // stop reading from the computer meanwhile.
  [[nodiscard]] virtual std::size_t room() const noexcept = 0;
  // The plug is to be pulled now: the serving side closes the port, the simulation fails it.
  [[nodiscard]] virtual bool unplugged() const noexcept = 0;
  [[nodiscard]] virtual unsigned dials() const noexcept = 0; // how many dial commands it has carried out

 protected:
  Dce() = default;
  Dce(const Dce&) = default;
  Dce(Dce&&) = default;
  Dce& operator=(const Dce&) = default;
  Dce& operator=(Dce&&) = default;
};

} // namespace dialbench::emulator
