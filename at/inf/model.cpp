#include "at/inf/model.hpp"

#include "at/result.hpp"

#include <array>

namespace dialbench::at::inf {
namespace {

// In the order of Meaning.
constexpr auto states = std::to_array<std::uint8_t>({
    0x00,                                           // ok
    0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, // progress ... info
    0x02,                                           // connect
    0x03, 0x03, 0x03, 0x03, 0x03, 0x03,             // command_error ... unknown_result
    0x04,                                           // no_carrier
    0x05, 0x05,                                     // no_dialtone, line_in_use
    0x06,                                           // busy
    0x07,                                           // no_answer
    0x08,                                           // ring
    0x1C,                                           // blacklisted
    0x1D,                                           // delayed
    0x93,                                           // caller_id
    0x9E,                                           // diagnostics
});
static_assert(states.size() == static_cast<std::size_t>(Meaning::diagnostics) + 1);

bool is_one_of(Meaning meaning, std::initializer_list<Meaning> set) noexcept {
  for (const Meaning each : set)
    if (each == meaning) return true;
  return false;
}

} // namespace

bool is_state(std::uint8_t state) noexcept { return state <= 0x1D || (state >= 0x90 && state <= 0x9F); }

std::uint8_t state_of(Meaning meaning) noexcept { return states[static_cast<std::size_t>(meaning)]; }

Meaning meaning_of(std::uint8_t state, std::string_view text) noexcept {
  const Meaning generic = classify(text, {}).meaning;
  switch (state) {
  case 0x00: return Meaning::ok;
  // Information text is no result code; what an INF file lists is one.
  case 0x01: return state_of(generic) == state && generic != Meaning::info ? generic : Meaning::progress;
  case 0x02: return Meaning::connect;
  // Windows 95 knows neither 1C nor 1D, and files have 03 for both (unimodem.md, section 1).
  case 0x03:
    if (is_one_of(generic, {Meaning::delayed, Meaning::blacklisted})) return generic;
    return state_of(generic) == state && generic != Meaning::unknown_result ? generic
                                                                            : Meaning::command_error;
  case 0x04: return Meaning::no_carrier;
  case 0x05: return generic == Meaning::line_in_use ? generic : Meaning::no_dialtone;
  case 0x06: return Meaning::busy;
  case 0x07: return Meaning::no_answer;
  case 0x08:
  case 0x18: // the three distinctive rings
  case 0x19:
  case 0x1A: return Meaning::ring;
  case 0x1B: return generic == Meaning::delayed ? generic : Meaning::blacklisted;
  case 0x1C: return Meaning::blacklisted;
  case 0x1D: return Meaning::delayed;
  case 0x9E: return Meaning::diagnostics;
  default: break;
  }
  // VoiceView's, which no data call needs.
  if (state <= 0x10) return Meaning::info;
  // Durations of rings, and date, time, number, name and message of a caller; 98 and above are not known to
  // be used for anything else.
  if (state <= 0x97) return Meaning::caller_id;
  return is_one_of(generic, {Meaning::ring, Meaning::diagnostics}) ? generic : Meaning::caller_id;
}

} // namespace dialbench::at::inf
