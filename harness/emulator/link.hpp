// What two modems agree on before CONNECT: modulation, rates, error control, compression. A pure function of
// our settings and of the far end.
//
// The far end offers what its fields say. Settings only take away from that: +MS bounds modulation and rates;
// +ES, S36, S48, &Q and \N forbid error control or ask for it; +DS, S46 and %C do the same to compression.
// Where what is asked for cannot be had, there is no link.
//
// V.23 has 75 bit/s and 1200 by who calls, whatever is offered. V.42 needs synchronous modulation, which
// those of 300 bit/s and V.23 have not: there is no error control on them unless the far end's table asks for
// some.
#pragma once

#include "at/last_call/last_call.hpp"
#include "harness/emulator/far.hpp"
#include "harness/emulator/settings.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dialbench::emulator {

struct Link {
  unsigned transmit = 0;     // bit/s, to the far end
  unsigned receive = 0;      // bit/s
  std::string modulation;    // as +MCR has it: V34
  std::string error_control; // as +ER has it: NONE, LAPM, ALT; another word where the far end has another
  std::string compression; // as +DR has it: NONE, V42B, V44, ALT; another word where the far end has another
  // The words of the far end, as PROTOCOL: and COMPRESSION: say them.
  std::string protocol_word;
  std::string compression_word;
};

struct Agreement {
  Link link;
  at::CallEnd failure = at::CallEnd::in_progress; // why there is no link; in_progress: there is one
  [[nodiscard]] bool agreed() const noexcept { return failure == at::CallEnd::in_progress; }
};

Agreement agree(const Settings& settings, const Far& far, bool answering);
// What the settings leave of what our own modem could have, as the other end of a call meets it.
Far narrowed(const Settings& settings, const Far& own, bool answering);
// What the far end has, with nothing taken away.
Link offered_by(const Far& far);
// What is left of a modulation where no direction is faster than this, bit/s: V.90 without a provider's end
// is no V.90. Empty, as in Far: the slowest that is as fast.
std::string modulation_at(unsigned fastest, const std::string& modulation);
// Whether it is the name of a modulation, in whatever spelling: V34, V.34, V.32bis, HST.
bool is_modulation(std::string_view written);
// What was expected where `rate`, bit/s, is none that the modulation has in either direction; nothing where
// it is one, or where the modulation is known by its name only. Empty: some modulation for telephone lines
// has it.
std::optional<std::string> rate_expected(std::string_view modulation, unsigned rate);
// The rates that who calls has with a modulation whose rates go by that; nothing: they do not.
struct CallerRates {
  unsigned transmit, receive; // bit/s
};
std::optional<CallerRates> rates_by_caller(std::string_view modulation);
// The name of a modulation as people write it: V34 is V.34, V32B is V.32bis, V23C is V.23.
std::string written_modulation(std::string_view name);

} // namespace dialbench::emulator
