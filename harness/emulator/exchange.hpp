// The exchange: which number behaves how. Values; the modem acts on them.
#pragma once

#include "harness/evidence/time.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

// What the far end of a number does once the last digit is out. Times count from there, in exchange time.
struct Far {
  enum class Kind : std::uint8_t {
    modem,       // answers after `rings`, trains, CONNECT
    busy,
    voice,
    fax,
    no_answer,   // rings on; the modem gives up at S7 with NO ANSWER
    no_carrier,  // answers, and the training fails after `after`
    silent,      // nothing is heard: the modem gives up at S7 with NO CARRIER
    dead,        // the modem itself says nothing any more, to anything
    dead_line,   // no dial tone
    line_in_use,
    refused,     // the modem answers the dial command with ERROR
    delayed,
    blacklisted,
    scripted,    // `says`, byte for byte
    unplugged    // the port goes away after `after`
  };
  struct Says { // scripted
    Duration after{}; // since the one before
    std::string bytes; // as they are, line ends included; behind a bare word the modem's own framing is put by `framed`
    bool framed = true;
  };
  Kind kind = Kind::modem;
  Duration after = std::chrono::seconds(5); // to the event: busy tone known, training failed, plug pulled
  unsigned rings = 2;
  unsigned rate = 33600;           // DCE, modem
  std::string error_control = "LAPM";
  std::string compression = "V.42BIS";
  bool live = false;               // data is echoed until one side hangs up
  Duration lost_after{};           // modem: the far end hangs up so long after CONNECT; 0: never
  std::string greeting;            // modem: sent to the caller after CONNECT ("login: ")
  std::vector<Says> says;
};

struct Exchange {
  std::map<std::string, Far, std::less<>> numbers; // by digits only
  Far other;                                       // every other number
  Duration ring_cycle = std::chrono::seconds(6);
  Duration dial_tone_after = std::chrono::milliseconds(300);

  [[nodiscard]] const Far& at(std::string_view dialled) const; // modifiers and punctuation are stripped first
};

// The embedded exchange: 555-0100 answers, 555-01NN ends in code 6NN. `explain`, README and ./run show these.
const Exchange& embedded_exchange();

struct DirectoryEntry {
  std::string_view number; // 5550176
  std::string_view what;   // "is busy"
};
// For people: every number of the embedded exchange, in the order in which the demonstration dials them.
const std::vector<DirectoryEntry>& embedded_directory();

} // namespace dialbench::emulator
