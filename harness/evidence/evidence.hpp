// The facts of one attempt. Values only: collected by the session, weighed by the diagnosis, shown by the
// report.
#pragma once

#include "at/connect.hpp"
#include "at/result.hpp"
#include "harness/evidence/modem_lines.hpp"
#include "harness/evidence/port_fault.hpp"
#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dialbench::evidence {

// How an attempt came to its end. mapping.cpp turns this, with the rest, into an outcome class.
enum class Ending : std::uint8_t {
  none,
  final_result, // the modem said a final result: `result`
  own_timer,    // our deadline; `after_timer` says what followed
  no_reply,     // a command got no final result in its time, and AT none either
  write_stalled,
  overflowed,
  looped,
  port_failed, // `port`
  refused,     // we refused to dial: `refusal`
  script_fault,
  script_unmet, // an expect of the script ran out of time, nothing was dialled
  stopped,
  completed // the script ended without a dial
};

// What the modem did when we aborted a dial that our timer had ended (design, decision 3).
enum class AfterTimer : std::uint8_t { none, no_carrier, at_answers, at_dead };

enum class Refusal : std::uint8_t { none, emergency, malformed, too_long, redial };

// A line that the modem said, with its time. Control bytes are kept; whoever prints escapes them.
struct Saying {
  Time at{};
  std::string text;
  at::Meaning meaning = at::Meaning::info;
  at::Slips slips = 0;
  at::Damage damage = at::Damage::none;
  std::string resembles;
};

// A command and what came of it.
struct Command {
  Time sent{};
  std::string text; // without the terminator; secrets stand as ****
  std::vector<Saying> reply;
  std::optional<Time> ended;
};

// Something that a person watching would want to be told; live progress and reports are made of these.
struct Note {
  enum class Kind : std::uint8_t { setup, dial, waiting, result, stale, hangup, hold, script, warning };
  Time at{};
  Kind kind = Kind::setup;
  std::string text;
};

inline constexpr std::size_t sayings_max = 200; // per command and per attempt; what is beyond is counted
inline constexpr std::size_t notes_max = 500;

// What belongs to one dial: the next one of the same session begins with all of it anew.
struct DialFacts {
  // what was dialled
  std::string number;            // as given, prefix included; empty: nothing was dialled
  std::string dial_command;      // ATDT9,5551234
  std::optional<Time> dial_sent; // the port took the first byte of the dial command
  Duration dial_time{};          // estimate: off hook to last digit
  std::optional<Time> deadline;  // when our timer would end the wait
  bool deadline_given = false; // the user or a chat script set it, shorter than the modem's own S7 would need

  // what happened
  Ending ending = Ending::none;
  AfterTimer after_timer = AfterTimer::none;
  Refusal refusal = Refusal::none;
  bool dialled = false;             // at least one byte of a dial command was taken by the port
  bool dial_failed_command = false; // the final result answered a dial command (not a set-up command)
  std::string failed_command;       // the command whose final result, or silence, ended the attempt
  std::optional<Saying> result;     // the final result that decided, verbatim
  std::optional<Time> ended;
  unsigned ringing = 0; // RINGING and the like
  std::optional<Time> first_ringing;
  std::optional<Time> last_ringing;
  unsigned incoming_rings = 0; // RING while we dialled: glare
  bool connected = false;
  std::optional<Time> connected_at;
  bool lost_after_connect = false;
  bool far_end_cleared = false; // the modem itself says that the far end hung up
  at::Link link;
  std::vector<Saying> unknown;  // text after dialling that no table knows
  bool echo_only = false;       // nothing but our own bytes came back
  bool garbage = false;         // bytes came that no modem writes
  std::uint64_t data_bytes = 0; // after CONNECT
  std::optional<PortProblem> port;
  std::string fault_text; // script_fault, script_unmet: file:line:column: what
  // Lines before CONNECT and bytes after it that came while the expect waited that was the last. Nothing: the
  // script did not end in one.
  std::optional<std::uint64_t> came_while_expecting;

  // leaving
  bool hung_up = false;
  bool hang_up_proven = false; // DCD went low, or AT was answered
  unsigned finals_owed = 0;    // results that may still come and belong to this attempt (design, decision 4)
};

struct Evidence : DialFacts {
  unsigned epoch = 0; // 1 for the first dial of a session
  std::string port_name;
  bool emulated = false; // no phone line is used

  // what the modem was set to, as far as it is known
  std::optional<std::chrono::seconds> s7; // read back or set; otherwise unknown
  bool s7_read = false;
  std::optional<int> x_level; // from the commands that were accepted
  bool numeric = false;       // the modem answers in numbers (V0)
  std::string identification; // ATI text where a script asked
  std::string dialect;        // id, where one is in force

  // the lines and the UART
  std::optional<ModemLines> lines_at_end; // nothing: the port carries none
  std::optional<UartErrors> uart;         // counted during the attempt

  // the dialogue
  std::vector<Command> commands;
  std::vector<Note> notes;
  std::vector<Saying> stale; // results of an earlier attempt that came during this one
  std::vector<Saying> unsolicited;
  std::vector<std::string> reports; // chat's REPORT lines
  std::size_t dropped = 0;          // sayings and notes beyond the bounds
};

} // namespace dialbench::evidence
