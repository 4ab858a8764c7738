// What will happen on a line once a dial command is taken: a list of events with their times, made before the
// first digit is out. A pure function of the dial string, the far end and the modem's settings; the machine
// then acts the events out and throws the rest away when somebody hangs up.
//
// What the modem hears and what it reports differ by X (results.md, section 5): X0 knows basic results only,
// X0 to X2 report no busy tone, X0, X1 and X3 dial blindly. Who does not hear that a call has failed waits
// for a carrier until S7 and says NO CARRIER.
#pragma once

#include "at/last_call/last_call.hpp"
#include "harness/emulator/blacklist.hpp"
#include "harness/emulator/dial_string.hpp"
#include "harness/emulator/far.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

struct CallEvent {
  enum class Kind {
    progress, // word
    failed,   // word: final
    stays,    // OK, off hook, in command mode
    connect,
    greeting, // the far end's first data
    lost,     // `why`: the far end hangs up, or the carrier is gone
    knock,    // call waiting: a tone in the carrier's place, for a moment
    reach,    // a modem of this exchange: what it does decides
    says,     // scripted: far.says[index]
    unplug,
    die
  };
  Duration at{}; // since the command line ended
  Kind kind = Kind::failed;
  std::string_view word; // static storage
  unsigned index = 0;
  at::CallEnd why = at::CallEnd::in_progress; // of lost; of failed where the word does not say it
};

struct CallRules {
  unsigned x = 4;
  bool hears_busy = true;
  bool reports_ringing = false;
  bool greeting_glued = false;
  bool off_hook = false;                         // by an earlier dial that stayed: no wait before the digits
  Duration blind_wait = std::chrono::seconds(2); // S6
  Duration dial_tone = std::chrono::seconds(1);  // until a tone is there and known
  Duration tone_patience = std::chrono::seconds(5); // X2, X4: then NO DIALTONE
  Duration answer_wait = std::chrono::seconds(50);  // S7
  Duration ring_cycle = std::chrono::seconds(6);
  std::optional<Duration> carrier_loss; // S10: a carrier that is gone so long ends the call; none: never
  Duration carrier_known{};             // S9, as far as it is above what every modem needs

  // The modem's own line.
  bool tone_comes = true;
  bool alive = true;          // false: not even blind dialling gets anywhere
  bool in_use = false;        // by another set
  bool glare = false;         // a call came in first
  Duration knock_after{};     // call waiting; 0: never
  Duration knock{};           // the carrier is gone so long then
  bool reaches_modem = false; // of this exchange: Kind::reach takes the place of the far end
  Blacklist::Answer blacklist = Blacklist::Answer::dial;
  const Far* heard = nullptr;        // where the digits did not all arrive: who was reached instead
  const Far* before_quiet = nullptr; // who is reached by the digits in front of an @

  Duration late{}; // CONNECT, and all behind it, so much later than it should be
};

// Ascending by time.
std::vector<CallEvent> plan_call(const DialString& dial, const Far& far, const CallRules& rules);
// ATA: the caller's modem trains with ours.
std::vector<CallEvent> plan_answer(const Far& caller, const CallRules& rules);
// Kind::reach has come: the modem there rings, or is busy. Counts from that event.
std::vector<CallEvent> plan_reached(bool rings, const CallRules& rules);

} // namespace dialbench::emulator
