// A transcript as turns: what the computer said, and what the modem answered to it, when.
//
// A turn of a command line ends with its CR, however its bytes were cut. The modem's echo is not part of the
// answer: that it echoed is kept, so that a dialer hears the echo of its own words. While a call is up (from
// CONNECT to NO CARRIER, or to the OK behind +++) a turn is what was sent between two answers; a command that
// the modem answered as one ends the call, too: DTR had dropped. Notes are left out. A secret is a turn by
// itself.
#pragma once

#include "harness/emulator/replay/line.hpp"
#include "harness/transcript/transcript.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dialbench::replay {

struct Piece {
  Duration after{}; // since the last byte of what was said
  std::string bytes;
};

struct Turn {
  enum class Kind {
    opening,  // nothing was said: what the modem said first
    line,     // a command line with its CR, or any other line said in command state
    fragment, // bytes without a CR that were answered all the same
    data,     // in a call
    hidden    // `length` bytes that the transcript does not show
  };
  Kind kind = Kind::opening;
  std::string said;
  Line line;              // of Kind::line
  std::size_t length = 0; // of what was said, in bytes
  Time at{};              // of its last byte
  bool echoed = false;
  bool online = false; // a call is up when the answer is out
  std::vector<Piece> answer;
};

// Never empty: the first is the opening.
using Recording = std::vector<Turn>;

Recording recording(const std::vector<transcript::Event>& events);

std::string all(const std::vector<Piece>& answer);

} // namespace dialbench::replay
