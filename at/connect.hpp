// Everything that CONNECT and the lines around it say about the link (results.md, section 5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dialbench::at {

struct Result;

using Bps = std::uint32_t; // bits per second

struct Link {
  std::optional<Bps> dce_transmit; // line rate from us to the far end
  std::optional<Bps> dce_receive;
  std::optional<Bps> dte;    // rate between computer and modem
  std::string modulation;    // V34, V32B, V22B ... as V.250 +MCR spells it; empty: not said
  std::string error_control; // LAPM, MNP, NONE, ARQ (some, kind not said) ...; empty: not said
  std::string compression;   // V42BIS, MNP5, V44, NONE, ON (some, kind not said) ...; empty: not said
  // The CONNECT line had one rate and nothing tells whether it is DTE's or DCE's (it depends on W, S95, X),
  // or the modulation that it names does not go so fast, or its rates are those of ports. It stands in
  // dce_transmit and dce_receive, where most modems' tables put it.
  bool rate_kind_assumed = false;
  bool modulation_assumed = false; // not said: 1200/75 is V.23's alone
  bool error_control_assumed =
      false; // not said: there is compression, which needs it, or PIAFS, which has it
  friend bool operator==(const Link&, const Link&) = default;
};

// Adds what one line says: `CARRIER 33600`, `PROTOCOL: LAPM`, `+MRR: 31200,28800`, `CONNECT 2400/ARQ` ...
// Lines that say nothing about the link change nothing. Feed them in the order in which they came; for a
// numeric result feed Result::verbose. Parts that are not understood, damaged ones and numbers that are no
// rate, are left out.
//
//   at::Link link;
//   at::add_line(link, "CARRIER 31200");
//   at::add_line(link, "CONNECT 115200/V34/LAPM/V42BIS");
//   // now dce_receive is 31200, dte 115200, error_control LAPM, compression V42BIS
void add_line(Link& link, std::string_view line);

// The same for a line that classify() has understood: the words of a numeric result are what the modem would
// have said in ATV1, and where the dialect's table states rates and options for it (DialectRow::link), these
// decide over the words.
void add_result(Link& link, const Result& result);

} // namespace dialbench::at
