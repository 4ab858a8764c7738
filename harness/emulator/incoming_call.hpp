// A call that comes in, as a scenario has it, and what came of it. Values. The fields stand in
// incoming_call.def.
#pragma once

#include "at/last_call/last_call.hpp"
#include "harness/emulator/far.hpp"
#include "harness/emulator/line.hpp"
#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

// Times are exchange time.
struct IncomingCall {
  struct Turn {
#define TURN(type, field, initial, text) type field = initial;
#include "harness/emulator/incoming_call.def"
  };
#define INCOMING(type, field, initial, text) type field = initial;
#include "harness/emulator/incoming_call.def"
  std::vector<Turn> talk;
  bool error_control_given = false; // as Far has it

  [[nodiscard]] Far link() const;
  [[nodiscard]] Caller caller() const { return {number, name}; }
};

// Sets one field by its name from a value as TOML spells it. Returns what was expected where the name or the
// value is wrong, and changes nothing then.
std::optional<std::string> set_incoming(IncomingCall& call, std::string_view name, std::string_view value);
std::optional<std::string> set_turn(IncomingCall::Turn& turn, std::string_view name, std::string_view value);

inline constexpr unsigned incoming_rings_max = 1000;
inline constexpr std::size_t heard_bytes_max = std::size_t{1} << 16; // what is kept of what a caller gets

// What the caller, and the exchange beside it, have seen of the modem and of the program behind it.
struct CallRecord {
  enum class Answer : std::uint8_t { none, by_command, by_itself };

  std::optional<Time> rang; // none: it never came
  bool busy = false;        // off hook at that time, or still ringing
  unsigned rings = 0;       // up to the answer, or to the end
  unsigned rings_told = 0;  // of which the program was told RING
  bool crossed = false;     // the modem went off hook, and not to answer
  Answer answer = Answer::none;
  std::optional<Time> answered;
  std::optional<Time> connected;          // DCD came
  std::string received;                   // from the modem's side, up to heard_bytes_max
  std::optional<std::size_t> unmet;       // the turn whose text did not come
  std::optional<Time> said_all;           // the last turn is over
  std::optional<Time> caller_left;        // before the modem did
  std::optional<Time> on_hook;            // the modem
  at::CallEnd why = at::CallEnd::no_call; // it went on hook
  std::optional<Time> let_go; // behind caller_left: DTR dropped, the port was closed, or a command came
};

} // namespace dialbench::emulator
