// A command line as what it asks for, so that two lines which ask for the same are equal however they are
// written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::replay {

// D, A and O: what comes behind one of them belongs to a call, so set-up never moves across it.
struct Act {
  char letter = 0;     // D, A or O
  std::string number;  // D: what is dialled, without blanks ( ) - . and without T and P
  std::string mode;    // D: T and P in the order in which they stood
  bool masked = false; // D: only # where digits were: a log has hidden the number
};

struct Line {
  bool command = false; // it begins with AT
  bool blank = true;    // nothing but blanks, CR and LF
  // Each command of set-up in one spelling: E for E0 is E0, S07=060 is S7=60. A line that cannot be parsed is
  // one.
  std::vector<std::string> set_up;
  std::optional<Act> act;
  // Something asks for text: I, &V, S7?, +GMM. A made-up OK would be a lie.
  bool asks = false;
};

Line parsed(std::string_view bytes);

// Whether they ask for the same; the order of set-up within the line is no difference.
bool same(const Line& one, const Line& other);
// Whether the numbers are the same; a masked one is the same as any. T and P are not looked at.
bool same(const Act& one, const Act& other);

} // namespace dialbench::replay
