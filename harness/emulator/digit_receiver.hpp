// The exchange's ear: which of the digits that a modem sends reach it, from going off hook to going on hook.
// A pulse-only line hears no tones; a PBX wants its prefix first and hears nothing until its second tone is
// there.
#pragma once

#include "harness/emulator/dial_string.hpp"
#include "harness/emulator/own_line.hpp"

#include <string>
#include <string_view>

namespace dialbench::emulator {

class DigitReceiver {
 public:
  void on_hook() noexcept { *this = DigitReceiver(); }
  // `off_hook`: when the dial string's own time begins.
  void hear(const DialString& dial, const OwnLine& line, Time off_hook);

  // Behind the PBX's prefix and the code that turns call waiting off (*70, or 1170 by pulses).
  [[nodiscard]] std::string_view number() const noexcept;
  // The same with that code.
  [[nodiscard]] std::string_view heard() const noexcept { return heard_; }
  // The PBX gives the reorder tone: no prefix, or digits that came before its second tone.
  [[nodiscard]] bool wrong() const noexcept { return wrong_; }
  [[nodiscard]] bool call_waiting_off() const noexcept { return number().size() < heard_.size(); }

 private:
  void hear(const Digit& digit, const OwnLine& line, Time off_hook);

  std::string heard_;
  std::size_t prefix_ = 0; // digits of it
  Time second_tone_{};
  bool wrong_ = false;
};

} // namespace dialbench::emulator
