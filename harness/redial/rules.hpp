// Whether a number may be dialled now. Pure: the history and the time come from outside (timing.md, section
// 5).
//
// A series is what was dialled to one number since it last connected or was last started by a person. An
// automatic attempt must stay within the profile's count for a series and keep its gaps. A manual start is
// free of both and begins a new series, as 47 CFR 68.318(b) has it. Above all stands a cap of ours, for loops
// around the program that look like a person typing: no script, option or profile lifts it. The rules bind on
// real lines; whoever dials an emulated exchange or a declared line simulator does not ask.
#pragma once

#include "harness/redial/dialled.hpp"
#include "harness/redial/profile.hpp"

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dialbench::redial {

// The cap: attempts to one number without a connection, manual ones too, within this time. Above every
// profile.
inline constexpr std::size_t attempts_cap = 20;
inline constexpr std::chrono::seconds cap_window = std::chrono::minutes(30);

struct Decision {
  bool allowed = false;
  std::chrono::seconds wait{0}; // refused: until an automatic attempt (at the cap: any) may be made; never 0
  bool by_hand = false;         // refused: a manual start would be allowed now
  std::string reason;           // one sentence: the rule, its figures and its source
};

// `history` in any order; what of it counts, and as of when, says remembered(). `number` may be a dial
// string. Where several rules refuse, the one with the longest wait answers.
Decision may_dial(std::span<const Dialled> history, std::string_view number, std::int64_t now_s, bool manual,
                  const Profile& profile);

} // namespace dialbench::redial
