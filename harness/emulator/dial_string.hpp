// A dial string as the modem carries it out: which digits, how long they take (V.250 6.3.1; timing.md,
// section 2).
#pragma once

#include "harness/evidence/time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

struct DialTimes {
  Duration tone_digit = std::chrono::milliseconds(190); // 2 x S11
  Duration comma = std::chrono::seconds(2);             // S8
  Duration tone_wait = std::chrono::seconds(1);         // W, where there is a tone
  Duration second_tone_wait = std::chrono::seconds(1);  // W behind digits
  bool pulse = false;                                   // until a T or P
};

struct Digit {
  char digit = '0';
  bool pulse = false;
  Duration begins{}; // since the first character of the dial string
  Duration ends{};
};

struct DialString {
  std::string digits;          // 0-9, A-D, * and #
  std::vector<Digit> each;     // the same, with their times
  Duration time{};             // from the first character to the end of the last
  bool waits_for_tone = false; // a W: NO DIALTONE where none comes
  bool tone_first = false;     // the W stands first and takes the place of the wait that X asks for
  bool stays = false;          // ; at the end: OK, and the modem stays in command mode
  bool redials = false;        // L: the last number again
  bool pulse = false;          // what T or P has left
  bool wants_quiet = false;    // an @: it goes on behind an answer that says nothing
  std::string before_quiet;    // the digits in front of the first @
  Duration quiet_at{};         // when that @ begins
};

// `dial`: what stands behind D, in capitals. A character that means nothing is stepped over, as modems do.
DialString read_dial_string(std::string_view dial, const DialTimes& times);

} // namespace dialbench::emulator
