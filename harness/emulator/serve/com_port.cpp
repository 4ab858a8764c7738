#include "harness/emulator/serve/com_port.hpp"

#include "harness/emulator/serve/telnet.hpp"

#include <initializer_list>

namespace dialbench::serve {
namespace {

enum : unsigned char {
  signature = 0,
  set_baud = 1,
  set_data_bits = 2,
  set_parity = 3,
  set_stop_bits = 4,
  set_control = 5,
  notify_line_state = 6,
  notify_modem_state = 7,
  suspend = 8,
  resume = 9,
  set_line_mask = 10,
  set_modem_mask = 11,
  purge = 12,
};
constexpr unsigned char from_server = 100;
constexpr unsigned char dcd = 0x80, ri = 0x40, dsr = 0x20, cts = 0x10;
constexpr unsigned baud_max = 4'000'000;

std::string told(unsigned char command, std::string_view values) {
  std::string payload(1, static_cast<char>(command + from_server));
  payload += values;
  return telnet::subnegotiation(telnet::com_port, payload);
}
std::string told(unsigned char command, unsigned char value) {
  const char c = static_cast<char>(value);
  return told(command, std::string_view(&c, 1));
}

std::string four_bytes(unsigned value) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(value >> shift & 0xff);
  return bytes;
}
unsigned from_four_bytes(std::string_view bytes) {
  unsigned value = 0;
  for (const char c : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

unsigned char bits_of(const evidence::ModemLines& lines) {
  return static_cast<unsigned char>((lines.dcd ? dcd : 0) | (lines.ri ? ri : 0) | (lines.dsr ? dsr : 0) |
                                    (lines.cts ? cts : 0));
}

} // namespace

// 0 asks; what the port cannot be set to leaves it as it is, and the answer says so (RFC 2217, 2).
std::string ComPort::set(unsigned char command, unsigned char& field, unsigned char value,
                         unsigned char least, unsigned char most) {
  if (value >= least && value <= most) field = value;
  return told(command, field);
}

ComPort::Asked ComPort::take(std::string_view payload) {
  Asked asked;
  if (payload.empty()) return asked;
  const auto command = static_cast<unsigned char>(payload.front());
  payload.remove_prefix(1);
  if (command == signature) {
    if (payload.empty()) asked.answer = told(signature, "dialbench");
    return asked;
  }
  if (command == suspend || command == resume) {
    suspended_ = command == suspend;
    return asked;
  }
  if (command == set_baud) {
    if (payload.size() < 4) return asked;
    const unsigned baud = from_four_bytes(payload);
    if (baud > 0 && baud <= baud_max) baud_ = baud;
    asked.answer = told(set_baud, four_bytes(baud_));
    return asked;
  }
  if (payload.empty()) return asked;
  const auto value = static_cast<unsigned char>(payload.front());
  switch (command) {
  case set_data_bits: asked.answer = set(command, data_bits_, value, 5, 8); break;
  case set_parity: asked.answer = set(command, parity_, value, 1, 5); break;
  case set_stop_bits: asked.answer = set(command, stop_bits_, value, 1, 3); break;
  case set_control: return control(value);
  case set_line_mask:
    line_mask_ = value;
    asked.answer = told(command, value);
    break;
  case set_modem_mask:
    modem_mask_ = value;
    asked.answer = told(command, value);
    break;
  case purge:
    if (value < 1 || value > 3) break;
    asked.purge_output = value != 2; // 1: what waits for the client, 2: for the modem, 3: both
    asked.answer = told(command, value);
    break;
  default: break;
  }
  return asked;
}

ComPort::Asked ComPort::control(unsigned char value) {
  Asked asked;
  unsigned char answer = value;
  switch (value) {
  case 0: answer = flow_; break;
  case 1:
  case 2:
  case 3: flow_ = value; break;
  case 4: answer = break_ ? 5 : 6; break;
  case 5:
    asked.send_break = !break_;
    break_ = true;
    break;
  case 6: break_ = false; break;
  case 7: answer = dtr_ ? 8 : 9; break;
  case 8:
  case 9: asked.dtr = dtr_ = value == 8; break;
  case 10: answer = rts_ ? 11 : 12; break;
  case 11:
  case 12: rts_ = value == 11; break;
  case 13: answer = inbound_flow_; break;
  case 14:
  case 15:
  case 16: inbound_flow_ = value; break;
  default: answer = flow_; break; // DCD, DTR and DSR as flow control: refused by saying what is in force
  }
  asked.answer = told(set_control, answer);
  return asked;
}

std::string ComPort::begin(const evidence::ModemLines& lines) {
  if (active_) return {};
  active_ = true;
  state_ = bits_of(lines);
  return told(notify_modem_state, state_);
}

std::string ComPort::lines_are(const evidence::ModemLines& lines) {
  const unsigned char before = state_;
  state_ = bits_of(lines);
  const auto changed = static_cast<unsigned char>(before ^ state_);
  if (!active_ || (changed & modem_mask_) == 0) return {};
  // The deltas: RI has one for its end only (TERI).
  auto deltas = static_cast<unsigned char>(changed >> 4);
  if ((state_ & ri) != 0) deltas &= static_cast<unsigned char>(~(ri >> 4));
  return told(notify_modem_state, static_cast<unsigned char>((state_ | deltas) & modem_mask_));
}

std::string ComPort::line_error(unsigned char bits) const {
  const auto wanted = static_cast<unsigned char>(bits & line_mask_);
  return active_ && wanted != 0 ? told(notify_line_state, wanted) : std::string();
}

} // namespace dialbench::serve
