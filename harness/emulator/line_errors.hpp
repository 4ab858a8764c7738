// What the computer's UART would notice of the bytes that a modem says, beside the bytes: a Dce that can tell
// is one of these, too.
#pragma once

namespace dialbench::emulator {

class LineErrors {
 public:
  // Bits as in a 16550's line status register, which RFC 2217 carries.
  static constexpr unsigned char overrun = 0x02, parity = 0x04, framing = 0x08, break_seen = 0x10;

  [[nodiscard]] virtual unsigned char line_errors() const noexcept = 0; // since they were last taken
  virtual void take_line_errors() noexcept = 0;

 protected:
  ~LineErrors() = default;
};

} // namespace dialbench::emulator
