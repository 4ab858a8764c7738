// Words of a dialect that are written with gaps, as RAS MODEM.INF writes them (Q120132, Q124726; unimodem.md,
// section 2):
//
//   <carrierbps>  digits: the rate of the line         <ignore>  anything, or nothing
//   <connectbps>  digits: the rate of the port         <?>       one character
//   <<            a <
//
// Everything else stands for itself, whatever its case.
#pragma once

#include "at/connect.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dialbench::at {

struct PatternRates {
  Bps dce = 0; // bit/s; 0: not said
  Bps dte = 0;
};

// The rates that `text`, without framing and with single blanks, has where the pattern has gaps for them;
// none where it is not written like that, or a number is no rate. Takes at most as many steps as the product
// of both lengths.
std::optional<PatternRates> match_pattern(std::string_view pattern, std::string_view text) noexcept;

// How many characters of it stand for themselves, blanks left out: how much it asks for.
std::size_t literal_characters(std::string_view pattern) noexcept;

} // namespace dialbench::at
