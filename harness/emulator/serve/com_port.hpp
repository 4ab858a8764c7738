// The com port option of Telnet (RFC 2217) as an access server has it, sans-I/O: what a client sets, what it
// is told of the modem's lines and of line errors.
#pragma once

#include "harness/evidence/modem_lines.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::serve {

class ComPort {
 public:
  // What a sub-negotiation asks of the port beside its answer.
  struct Asked {
    std::string answer; // to be sent
    std::optional<bool> dtr;
    bool send_break = false;   // a break has ended or begun: the modem sees it once
    bool purge_output = false; // what the modem has said and is not sent yet
  };
  // `payload`: behind the option's number. What is too short or unknown asks nothing.
  Asked take(std::string_view payload);

  // The option is agreed on, and told of the lines as they are.
  std::string begin(const evidence::ModemLines& lines);
  // What is to be sent after a change; empty: nothing, or nothing that the client wants to know.
  std::string lines_are(const evidence::ModemLines& lines);
  // `bits`: emulator::LineErrors. Only those that the client has asked for (SET-LINESTATE-MASK; none at
  // first).
  [[nodiscard]] std::string line_error(unsigned char bits) const;

  // False: the client has asked us to hold what the modem says (FLOWCONTROL-SUSPEND, RTS off).
  [[nodiscard]] bool may_send() const noexcept { return !suspended_ && rts_; }
  [[nodiscard]] bool active() const noexcept { return active_; }
  [[nodiscard]] unsigned baud() const noexcept { return baud_; }

 private:
  Asked control(unsigned char value);
  std::string set(unsigned char command, unsigned char& field, unsigned char value, unsigned char least,
                  unsigned char most);

  bool active_ = false;
  bool suspended_ = false;
  bool dtr_ = true;
  bool rts_ = true;
  bool break_ = false;
  unsigned baud_ = 115200;
  unsigned char data_bits_ = 8, parity_ = 1, stop_bits_ = 1; // 1: none, one
  unsigned char flow_ = 3, inbound_flow_ = 16;               // hardware
  unsigned char line_mask_ = 0, modem_mask_ = 255;
  unsigned char state_ = 0; // of the modem's lines, without the deltas
};

} // namespace dialbench::serve
