// A dialect: what one family of modems says and means by it. Built-in ones are the tables under at/dialects/.
#pragma once

#include "at/connect.hpp"
#include "at/last_call/kind.hpp"
#include "at/meaning.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dialbench::at {

// What a table states about the link besides the word, as the response lists of modem INF files do
// (unimodem.md, section 1).
struct StatedLink {
  bool stated = false; // false: there is the word only, and the rest of this means nothing
  Bps dce = 0;         // 0: not said
  Bps dte = 0;
  bool error_control = false;
  bool compression = false;
  bool cellular = false;
};

struct DialectRow {
  int number;            // ATV0 number; -1: none
  std::string_view word; // ATV1 word
  Meaning meaning;
  StatedLink link{};
  bool pattern = false; // the word has gaps (pattern.hpp); its rates stand in what the modem says
};

// A command that makes the modem tell of its last call, and the form of what it then says.
struct ReportCommand {
  ReportKind kind;
  std::string_view command; // AT#UD
};

struct Dialect {
  std::string_view id;    // conexant, usr, lucent ...
  std::string_view title; // for people
  std::string_view source;
  std::span<const DialectRow> rows; // with numbers, ascending
  std::span<const DialectRow>
      spellings{}; // without numbers; ascending by word as if in capitals; the case is the table's
  std::span<const ReportCommand> reports{}; // what it can be asked about its last call, best first
  std::string_view blacklist_reset{};       // clears its list of refused numbers; empty: nothing known does
  std::string_view blacklist_list{};        // shows that list
  std::size_t number_characters_max = 0;    // the longest number that it takes; 0: not known
  std::size_t command_characters_max = 0;   // the longest command line behind AT; 0: not known
  std::span<const DialectRow>
      patterns{}; // words with gaps, tried behind the others; what asks for most first
};

// All built-in dialects, in the order in which `dialbench dialects` lists them.
std::span<const Dialect* const> dialects() noexcept;
const Dialect* find_dialect(std::string_view id) noexcept;
const DialectRow* find_number(const Dialect& dialect, int number) noexcept;
// What every modem means by 0-8 (V.250 5.7.1; 5 is Hayes'); null for other numbers.
const DialectRow* find_base_number(int number) noexcept;
// The dialect that identification text (ATI, +GMI, +GMM replies; any number of lines) points to by the
// makers' and models of dialects/names.def; null where it points to none.
const Dialect* identify(std::string_view identification) noexcept;

// Without a dialect a number above 8 is ambiguous (results.md, section 3). What the built-in dialects mean by
// it: one reading for each that has it in its table, in the order of dialects().
struct NumberReading {
  const Dialect* dialect;
  const DialectRow* row;
};
std::vector<NumberReading> readings(int number);

// The same for people: dialects that give a number the same word, together; the rarer word first, since what
// differs from the rest is what one must know of.
struct NumberGroup {
  std::string_view word;
  Meaning meaning;
  std::vector<const Dialect*> dialects;
};
std::vector<NumberGroup> grouped_readings(int number);
// `RINGING (usr), CONNECT 4800 (hayes, conexant)`; empty where no dialect has the number.
std::string readings_text(int number);

// The meaning that all dialects which have the number agree on; nothing where they differ or none has it. A
// hint for people and programs that weigh it: a table that is not here may differ, so classify() goes on
// calling such a number ambiguous.
std::optional<Meaning> agreed_meaning(int number) noexcept;

} // namespace dialbench::at
