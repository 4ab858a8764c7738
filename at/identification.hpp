// Who the modem is: replies to ATI0..ATI11, +GMI, +GMM, +GMR, +GSN, +GOI, +GCI, +GCAP (V.250 6.1; results.md,
// section 6).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::at {

struct Dialect;

struct Identification {
  std::string maker;                     // +GMI
  std::string model;                     // +GMM
  std::string revision;                  // +GMR
  std::string serial;                    // +GSN
  std::string object;                    // +GOI
  std::string country;                   // +GCI, two hexadecimal digits of T.35
  std::vector<std::string> capabilities; // +GCAP: "+FCLASS", "+MS" ...
  std::vector<std::string> pages;        // ATI text, a page each, lines joined by a line feed
  std::vector<std::string> asked;        // the command line that each page answers
  friend bool operator==(const Identification&, const Identification&) = default;

  [[nodiscard]] bool has(std::string_view capability) const noexcept; // +MS, in any case
};

// Whether a command line asks only for identification: ATI, ATI3, AT+GMI, AT+GCAP;+GMM, and +CGMI ... of
// mobile modems. Case and blanks do not matter.
bool asks_for_identification(std::string_view command_line) noexcept;

// Adds one line of the information text that came behind `command_line`. Prefixes that some modems repeat
// (+GMM: ...) and quotes are taken off. Where the command line asks for several things, a line without a
// prefix answers the first that has no answer yet. Lines behind the same command line in a row make one page;
// echoes, result codes and empty lines are passed over. Bounded: what is beyond 32 lines or 256 bytes a line
// is left out.
void add_line(Identification& who, std::string_view command_line, std::string_view line);

// The dialect that all of it together points to; null where it points to none.
const Dialect* dialect_of(const Identification& who) noexcept;

} // namespace dialbench::at
