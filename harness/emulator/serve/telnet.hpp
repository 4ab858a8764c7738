// Telnet (RFC 854, 855) as a stream of bytes, sans-I/O: data, option requests, sub-negotiations. Bounded,
// whatever comes: a sub-negotiation that is too long is thrown away when its end is there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace dialbench::serve {

namespace telnet {
inline constexpr unsigned char se = 240, brk = 243, sb = 250, will = 251, wont = 252, do_ = 253, dont = 254,
                               iac = 255;
inline constexpr unsigned char binary = 0, echo = 1, suppress_go_ahead = 3, com_port = 44;
// Data for the other side: 255 is doubled.
std::string quoted(std::string_view data);
// IAC SB option, the payload quoted, IAC SE.
std::string subnegotiation(unsigned char option, std::string_view payload);
} // namespace telnet

inline constexpr std::size_t subnegotiation_max = 256;

// What the reader finds. Options are answered here, each state once, so that two sides never ask in a circle.
class TelnetEvents {
 public:
  virtual void data(std::string_view bytes) = 0;
  virtual void send_break() = 0;
  virtual void subnegotiation(unsigned char option, std::string_view payload) = 0;
  // The option is on now, in one direction.
  virtual void option_on(unsigned char option) = 0;
  virtual void answer(std::string bytes) = 0; // to be sent

 protected:
  ~TelnetEvents() = default;
};

class TelnetReader {
 public:
  explicit TelnetReader(TelnetEvents& events)
      : events_(events) {}
  void feed(std::string_view bytes);

 private:
  enum class State { data, command, option, sub_option, sub, sub_command };
  void command(unsigned char c);
  void option(unsigned char c);
  void sub(char c);
  void end_of_sub();

  TelnetEvents& events_;
  State state_ = State::data;
  unsigned char verb_ = 0;
  unsigned char sub_option_ = 0;
  bool overlong_ = false;
  bool behind_cr_ = false; // a NUL there is a part of it, where bytes are no binary ones (RFC 854)
  std::string payload_;
  std::array<bool, 256> ours_{};   // we do it
  std::array<bool, 256> theirs_{}; // they do it
};

} // namespace dialbench::serve
