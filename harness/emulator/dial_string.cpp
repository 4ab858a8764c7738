#include "harness/emulator/dial_string.hpp"

#include <algorithm>

namespace dialbench::emulator {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Duration flash = milliseconds(700);
constexpr Duration quiet_answer = seconds(5);   // of silence
constexpr std::size_t dialled_digits_max = 256; // of a string; a command line holds fewer
constexpr Duration pulse_period = milliseconds(100);
constexpr Duration between_pulse_digits = milliseconds(800);

bool is_dialled_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'D') || c == '*' || c == '#';
}

// Adds up one string from left to right.
class Reader {
 public:
  Reader(const DialTimes& times, std::size_t characters)
      : times_(times) {
    dial_.pulse = times.pulse;
    dial_.each.reserve(std::min(characters, dialled_digits_max));
  }

  void take(char c) {
    if (is_dialled_digit(c)) return digit(c);
    switch (c) {
    case 'T': dial_.pulse = false; return;
    case 'P': dial_.pulse = true; return;
    case 'L': dial_.redials = true; return;
    case ';': dial_.stays = true; return;
    case 'W': return wait_for_tone();
    case ',': return pause(times_.comma);
    case '!': return pause(flash);
    case '@': return wait_for_quiet();
    case '$': return pause(times_.tone_wait);
    default: return;
    }
  }
  DialString take_result() { return std::move(dial_); }

 private:
  void pause(Duration duration) {
    dial_.time += duration;
    after_pulses_ = false;
  }
  void wait_for_tone() {
    dial_.tone_first = dial_.tone_first || (dial_.digits.empty() && dial_.time == Duration{});
    dial_.waits_for_tone = true;
    pause(dial_.digits.empty() ? times_.tone_wait : times_.second_tone_wait);
  }
  void wait_for_quiet() {
    if (!dial_.wants_quiet) {
      dial_.wants_quiet = true;
      dial_.before_quiet = dial_.digits;
      dial_.quiet_at = dial_.time;
    }
    pause(quiet_answer);
  }
  void digit(char c) {
    if (dial_.digits.size() >= dialled_digits_max) return;
    dial_.digits += c;
    const bool by_pulses = dial_.pulse && c >= '0' && c <= '9'; // there are no pulses for * # A-D
    if (by_pulses && after_pulses_) dial_.time += between_pulse_digits;
    const Duration begins = dial_.time;
    if (by_pulses)
      dial_.time += (c == '0' ? 10 : c - '0') * pulse_period;
    else
      pause(times_.tone_digit);
    after_pulses_ = by_pulses;
    dial_.each.push_back({c, by_pulses, begins, dial_.time});
  }

  const DialTimes& times_;
  DialString dial_;
  bool after_pulses_ = false;
};

} // namespace

DialString read_dial_string(std::string_view dial, const DialTimes& times) {
  Reader reader(times, dial.size());
  for (const char c : dial) {
    reader.take(c);
    if (c == ';') break; // nothing of the dial stands behind it
  }
  return reader.take_result();
}

} // namespace dialbench::emulator
