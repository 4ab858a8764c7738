// The model of a script: what to say to a modem and what to wait for. Native TOML and chat(8) files both
// become this.
#pragma once

#include "at/expected.hpp"
#include "at/meaning.hpp"
#include "harness/evidence/outcome_class.hpp"
#include "harness/evidence/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dialbench::script {

struct Place { // in the script's file; 1-based. Line 0: the fault has no place in the text
  unsigned line = 0;
  unsigned column = 0;
};

// A fault in a script or in what it is asked to do. shown() is one line, "file:line:column: found; expected
// ...", without the parts that are not there. `found` may carry bytes of the script: control bytes in it are
// escaped already.
struct Fault {
  std::string file;
  Place place;
  std::string found;    // "step 3 has no action"
  std::string expected; // "one of send, expect, dial, ..."
  evidence::OutcomeClass outcome =
      evidence::OutcomeClass::script_fault; // or number_malformed, number_too_long, refused_emergency
  bool of_what_was_given = false; // the file is right; a variable or a number that it needs was not given so
};
std::string shown(const Fault& fault);

enum class StepKind : std::uint8_t {
  send,        // a command line; waits for its final result
  expect,      // waits for a line that matches `patterns`
  dial,        // dials `text`; waits for the verdict
  wait,        // waits until the modem has said nothing for `duration`
  hold,        // after CONNECT: watches the connection for `duration`
  hangup,      // hangs up and proves it
  lines,       // sets DTR and RTS
  pause,       // lets `duration` pass
  say,         // tells the user `text`
  raw,         // sends `text` as it is, waits for nothing (chat's send, TOML's write)
  chat_expect, // waits for one of `patterns` in the stream, by chat's rules
  chat_setting // ABORT, CLR_ABORT, REPORT, CLR_REPORT, TIMEOUT, ECHO, SAY, HANGUP, as they take effect when
               // reached
};

// What an `on` branch, an expect or an ABORT reacts to.
struct Pattern {
  enum class Kind : std::uint8_t {
    meaning,   // a result code's meaning: BUSY, "NO DIAL TONE" in any spelling
    outcome,   // an outcome class: busy, no_answer
    line,      // a whole line, blanks and case as written
    substring, // anywhere in the stream (chat)
    timeout,   // the step's time ran out
    any        // whatever has no branch of its own
  };
  Kind kind = Kind::meaning;
  at::Meaning meaning = at::Meaning::ok;
  evidence::OutcomeClass outcome = evidence::OutcomeClass::completed;
  std::string text; // what is to be matched: escapes and variables are resolved
};

struct Branch {
  Pattern when;
  std::string target; // a label, "next", "end" or "fail"
  unsigned times = 0; // how often it may be taken; 0: without a bound of its own (jumps_max holds)
  Duration after{};   // pause before the jump
};

// Text with secrets in it: where they are, so that no log, transcript or report shows them.
struct Text {
  std::string bytes;
  bool secret = false; // some of it came from a secret variable: shown as ****
};

struct Step {
  StepKind kind = StepKind::send;
  Place place;
  std::string label;
  Text text;
  std::vector<Pattern> patterns; // expect, chat_expect
  std::vector<Branch> on;
  std::optional<Duration>
      timeout;           // dial: the deadline; nothing: by the rules of timing.md. chat_expect: always set
  Duration duration{};   // wait, hold, pause
  unsigned tries = 1;    // send: how often it is said before silence counts
  bool optional = false; // send: ERROR is accepted (a query that not every modem knows)
  bool stay_in_command_mode =
      false; // dial: with a ';' behind the number; send, raw: their text ends its number with one
  std::optional<bool> dtr, rts; // lines

  // chat's send: pieces between which \d and \p pause; \K sends a break. They are whole: the CR at the end
  // stands in the last one too. Empty: `text` is sent as it is, its CR included.
  struct Piece {
    enum class Kind : std::uint8_t { bytes, pause, send_break };
    Kind kind = Kind::bytes;
    std::string bytes;
    Duration duration{};
  };
  std::vector<Piece> pieces;

  // chat's sub-send and sub-expect: what is sent when the time of the expect before it ran out, and what is
  // then expected.
  struct Sub {
    Text send; // without the CR
    bool carriage_return = true;
    std::vector<Piece> pieces;      // as above, CR included; empty: `send`, and a CR where there is to be one
    Text expect;                    // escapes resolved; empty: after the send the script goes on
    std::optional<Pattern> pattern; // what `expect` stands for; nothing where it is empty
  };
  std::vector<Sub> subs;
  enum class Setting : std::uint8_t {
    none,
    abort,
    clear_abort,
    report,
    clear_report,
    timeout,
    echo,
    say,
    hangup
  };
  Setting setting = Setting::none;
  bool on_off = false; // ECHO, HANGUP
};

inline constexpr unsigned jumps_max = 1000; // of one run: a script that jumps more often is looping
inline constexpr unsigned times_max = 100;  // of one branch
inline constexpr unsigned tries_max = 20;   // of one send
inline constexpr std::size_t steps_max = 1000;
inline constexpr std::size_t script_bytes_max = 1 << 20;
inline constexpr std::size_t text_bytes_max = 4096; // of one string, after its variables are filled in
inline constexpr std::size_t variables_max = 200;

struct Script {
  std::string name;
  std::string description;
  std::string file; // as given by the user
  bool chat = false;
  bool takes_number = false; // chat: \T or \U stands in it
  std::vector<Step> steps;
};

// name=value, as typed behind `dialbench script FILE`.
struct Assignment {
  std::string name;
  std::string value;
};

} // namespace dialbench::script
