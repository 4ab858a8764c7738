// A dialect: what one family of modems says and means by it. Built-in ones are the tables under at/dialects/.
#pragma once

#include "at/meaning.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace dialbench::at {

struct DialectRow {
  int number;            // ATV0 number
  std::string_view word; // ATV1 word
  Meaning meaning;
};

struct Dialect {
  std::string_view id;    // conexant, usr, lucent ...
  std::string_view title; // for people
  std::string_view source;
  std::span<const DialectRow> rows; // ascending by number
};

// All built-in dialects, in the order in which `dialbench dialects` lists them.
std::span<const Dialect* const> dialects() noexcept;
const Dialect* find_dialect(std::string_view id) noexcept;
const DialectRow* find_number(const Dialect& dialect, int number) noexcept;
// What every modem means by 0-8 (V.250 5.7.1; 5 is Hayes'); null for other numbers.
const DialectRow* find_base_number(int number) noexcept;
// The dialect that identification text (ATI, +GMI, +GMM replies) points to; null where it points to none.
const Dialect* identify(std::string_view identification) noexcept;

} // namespace dialbench::at
