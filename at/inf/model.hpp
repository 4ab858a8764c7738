// One modem of an INF file: what Windows would have written into the registry for it (unimodem.md, section
// 1).
#pragma once

#include "at/inf/fault.hpp"
#include "at/meaning.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dialbench::at::inf {

// A value of the Responses key.
struct Response {
  std::string text;         // the bytes: <cr>, <lf>, <hXX> and << replaced; framing included
  std::uint8_t state = 0;   // 00 OK ... 1D delayed
  std::uint8_t options = 0; // 1 compression, 2 error control, 8 cellular
  std::uint32_t dce = 0;    // bit/s; 0: not said
  std::uint32_t dte = 0;
  // The text is only how it begins, or a part of it: a rate, or anything, may follow (RAS <carrierbps>,
  // <ignore>).
  bool open = false;
  std::string pattern; // all of an open one, with its gaps (at/pattern.hpp); framing included
  Place place;
};

// The Properties value: what the modem can be asked for, and the limits of its timers.
struct Properties {
  std::uint32_t dialing_options = 0;
  std::uint32_t call_setup_fail_timer_seconds_max = 0;
  std::uint32_t inactivity_timeout_max = 0; // in units of InactivityScale
  std::uint32_t speaker_volume = 0;         // bits
  std::uint32_t speaker_mode = 0;           // bits
  std::uint32_t modem_options = 0; // compression 1, error control 2 ... diagnostics 800 (hexadecimal)
  std::uint32_t dte_rate_max = 0;  // bit/s
  std::uint32_t dce_rate_max = 0;
};

struct Model {
  std::string name;         // with its %strings% replaced
  std::string manufacturer; // likewise
  std::string section;      // the install section
  std::vector<std::string> hardware_ids;
  std::vector<Response> responses;
  // Command lists by key (Init, Monitor, Answer, Hangup, Reset), each in the order of its numbers; <cr> is
  // replaced by CR.
  std::map<std::string, std::vector<std::string>> commands;
  // The Settings key: Prefix, Terminator, DialPrefix, DialSuffix, Blind_On, CallSetupFailTimer ..., as they
  // are written: <cr> and <#> stay.
  std::vector<std::pair<std::string, std::string>> settings;
  std::optional<Properties> properties;
  std::optional<std::uint32_t> inactivity_scale_seconds;
  // Every other value that the INF sets, "Key\Name" and what it is, for whoever wants to see it whole.
  std::vector<std::pair<std::string, std::string>> others;
};

// The states that are known: 00-1D, and 90-9F of voice modems (caller ID, diagnostics).
bool is_state(std::uint8_t state) noexcept;
// A state byte as a meaning; the finer one where the text tells more (state 01 may be RINGING or CARRIER
// 33600, 03 may be VOICE or ERROR). `text` is without framing.
Meaning meaning_of(std::uint8_t state, std::string_view text) noexcept;
// The state in which an INF file would list it: state_of(meaning_of(state, text)) is the state again, but for
// those that have no meaning of their own (distinctive rings are 08, parts of a caller's identity 93,
// VoiceView's 01).
std::uint8_t state_of(Meaning meaning) noexcept;

} // namespace dialbench::at::inf
