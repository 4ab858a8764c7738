// The habits of an emulated modem: where it departs from V.250, as real ones do (quirks.md). All off: a good modem.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dialbench::emulator {

struct Habits {
  enum class LineEnds : std::uint8_t { standard, cr_only, lf_only, trailing_only, lf_first, nul_for_lf, doubled_cr };
  enum class HangUpReply : std::uint8_t { ok, no_carrier_then_ok, ok_then_no_carrier, no_carrier_only, error, ok_twice };
  LineEnds line_ends = LineEnds::standard;
  HangUpReply hang_up_reply = HangUpReply::ok;
  bool echo = true;             // E1 after power-on and ATZ
  bool verbose = true;          // V1 after power-on and ATZ
  bool ignores_v = false;       // stays as it is whatever V asks
  bool ignores_echo_off = false;
  bool mute = false;            // never answers anything, echo included
  bool echo_only = false;       // echoes and never answers
  bool echo_for_ever = false;   // repeats what it got without end
  bool flood = false;           // sends without line ends, without end
  bool lower_case = false;
  bool late_echo = false;       // the echo comes together with the result
  bool connect_lines = true;    // CARRIER, PROTOCOL and COMPRESSION before CONNECT
  bool connect_error_lines = false; // PROTOCOL: ERROR-CONTROL/LAPB before CONNECT
  bool ignores_s7 = false;
  bool first_ok_after_failure_lies = false; // the first command after a failed dial is swallowed, OK all the same
  bool final_twice = false;     // OK twice
  bool unterminated = false;    // results without their last line end
  unsigned ignores_x = 0;       // 1: reports BUSY at every X level
  std::string noise_before;     // bytes before each dial result
  Duration byte_interval{};     // one byte each so long; 0: at once
  Duration result_delay{};      // between command and result
  Duration late_result{};       // dial results come so much later than they should
  std::vector<std::string> refuses; // command lines that are answered with ERROR, without AT: "E0Q0V1X4"
  std::string identification = "dialbench emulated modem";
};

} // namespace dialbench::emulator
