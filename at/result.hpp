// One line from a modem, understood: classify() is a pure function of the line and of what is known about the
// modem.
//
//   auto r = at::classify("NO DIAL TONE", {});
//   r.meaning == at::Meaning::no_dialtone;  r.role == at::Role::final;  r.word == "NO DIAL TONE";
//
// A result is recognised as a whole line (V.250 5.7.1), never inside another text: `PROTOCOL:
// ERROR-CONTROL/LAPB` is not ERROR, RINGING is not RING, CARRIER 33600 is not NO CARRIER.
#pragma once

#include "at/meaning.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace dialbench::at {

struct Dialect;
struct DialectRow;

// What was unusual about the form of a line that was recognised all the same (facts: quirks 2, 3, 9). A set
// of bits.
enum class Slip : std::uint16_t {
  none = 0,
  no_line_feed = 1 << 0,       // ended by CR only
  no_carriage_return = 1 << 1, // ended by LF only
  nul = 1 << 2,                // NUL among the line ends (S4=0), or at an edge of the line
  lower_case = 1 << 3,         // the word was not in capitals
  unterminated = 1 << 4,       // no line end came; silence ended it
  odd_terminator = 1 << 5,     // other S3 or S4 characters than the expected stood around it
  blanks = 1 << 6,             // blanks before, behind or doubled inside
  doubled = 1 << 7             // CR CR LF
};
using Slips = std::uint16_t;
constexpr Slips bits(Slip slip) noexcept { return static_cast<Slips>(slip); }
constexpr bool has(Slips slips, Slip slip) noexcept { return (slips & bits(slip)) != 0; }
std::string_view name(Slip slip) noexcept;

// Why a line looks like a known word but is none. Damage is reported, never repaired: the meaning stays what
// the undamaged bytes carry (unknown_result or info), and `resembles` names the word.
enum class Damage : std::uint8_t {
  none,
  parity, // the word appears when the top bit of every byte is cleared: 7E1, 7O1 or mark
  noise,  // one byte flipped, lost or inserted, or some top bits set
  rate    // mostly bytes that no modem writes: another speed
};
std::string_view name(Damage damage) noexcept;

// How sure it is that `resembles` is what the modem said.
enum class Confidence : std::uint8_t {
  none,     // nothing is claimed
  possible, // other words are as near, or the word is so short that chance makes it
  likely,   // one byte away from this word, from no other
  certain   // every byte agrees once the top bits are cleared, or the word stands whole behind the garbage
};
std::string_view name(Confidence confidence) noexcept;

struct Result {
  Meaning meaning = Meaning::info;
  Role role = Role::information;
  std::string_view word;     // the modem's own text, without line ends and outer blanks; views the line
  std::optional<int> number; // the ATV0 number, where the line was one
  bool ambiguous = false;    // a number that means different things by vendor, and no dialect is known
  Slips slips = 0;
  Damage damage = Damage::none;
  std::string_view
      resembles; // the word that damaged bytes come nearest to; of static storage, or the dialect's
  Confidence confidence = Confidence::none; // of `resembles`
  const DialectRow* row = nullptr;          // the dialect's own row for it; null where none decided
  std::string_view verbose; // what the same modem would say in ATV1, for a number whose meaning is known
};

// How a line of digits is to be taken. 0-8 mean the same everywhere; above that the dialect decides
// (results.md, 3).
enum class Digits : std::uint8_t { text, result };

struct Context {
  const Dialect* dialect = nullptr; // null: only what every modem shares, plus every known spelling
  Digits digits = Digits::text;
  // The line did not end in both CR and LF, as if S3 or S4 were another character: then a mark at one side of
  // a word may be it. Where both were there, nothing is left that it could be, and it is noise.
  bool own_line_end = false;
};

// Never throws, allocates nothing. `line` is at most as long as the reader's bound; it may hold any bytes.
Result classify(std::string_view line, const Context& context) noexcept;

} // namespace dialbench::at
