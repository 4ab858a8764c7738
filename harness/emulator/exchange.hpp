// The exchange: which number behaves how. Values; the modem acts on them.
#pragma once

#include "harness/emulator/far.hpp"
#include "harness/emulator/own_line.hpp"
#include "harness/evidence/time.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::emulator {

struct Exchange {
  std::map<std::string, Far, std::less<>> numbers; // by 0-9 * # only
  Far other;                                       // every other number
  OwnLine line;                                    // what its modems hang on
  Duration ring_cycle = std::chrono::seconds(6);
  Duration dial_tone_after = std::chrono::milliseconds(300);

  // Modifiers and punctuation are stripped first. The whole number is looked up, as it is (*70 is a number of
  // its own) and without * and #, then its last seven digits, so that a prefix (9,555-0100) or an area code
  // reaches the same far end.
  [[nodiscard]] const Far& at(std::string_view dialled) const;
};

// The digits 0-9 of a dial string, in their order.
std::string digits_of(std::string_view dialled);
// The same with * and #.
std::string keys_of(std::string_view dialled);

// The embedded exchange: 555-0100 answers, 555-01NN ends in code 6NN. Numbers that it does not have ring on.
const Exchange& embedded_exchange();

struct DirectoryEntry {
  std::string_view number; // 5550176
  std::string_view what;   // "is busy"
};
// For people: every number of the embedded exchange, in the order in which the demonstration dials them.
const std::vector<DirectoryEntry>& embedded_directory();

} // namespace dialbench::emulator
