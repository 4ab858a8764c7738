// The lines of a section as Windows Setup reads them: `key = field, field`; a quoted field keeps its blanks,
// commas and semicolons, "" in it is one quote; `;` begins a comment; `\` at the end goes on in the next
// line.
#pragma once

#include "at/inf/sections.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dialbench::at::inf {

// Setup takes no more than 4096 characters a string; a longer line than this is damage or malice.
inline constexpr std::size_t line_bytes_max = std::size_t{64} * 1024;

struct Line {
  std::size_t number = 0; // where it begins
  bool has_key = false;
  std::string key;
  std::vector<std::string> fields; // at least one
  bool open_quote = false;         // a quote was not closed before the line ended
  bool too_long = false;           // more than line_bytes_max; what stands behind them is left out
};

class Lines {
 public:
  Lines(const Sections& sections, Sections::Id section) noexcept
      : utf8_(sections.utf8())
      , rest_(sections.lines(section)) {}

  // The next line that is more than a comment; false at the end.
  bool next(Line& line);

 private:
  bool utf8_;
  std::span<const RawLine> rest_;
};

} // namespace dialbench::at::inf
