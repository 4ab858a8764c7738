// What `socat -x -v` (or -x alone) writes on standard error while it stands between a dialer and a modem:
//
//   > 2026/11/21 13:51:21.000346440  length=3 from=0 to=2
//    41 54 0d                                         AT.
//   --
//
// `>` goes from socat's first address to its second. Which of the two is the modem the file does not say: the
// side that says AT first is the computer; where nobody does, the first address is. socat 1.7.4 writes the
// microseconds with nine digits (measured), older ones with six; a file whose nine-digit fractions are all
// below a million is read so. Lines of socat's own log (-d) are notes; the line that our own
// emulate --stdio and replay --stdio write among them when they are ready is stepped over. -v without -x
// loses bytes and is refused.
#pragma once

#include "harness/transcript/fault.hpp"

#include <string_view>

namespace dialbench::transcript {

bool looks_like_socat(std::string_view line) noexcept;
// Time 0 is the first record's. A last record that is cut off gives what there is of it, and a note.
Reading read_socat(std::string_view text);

} // namespace dialbench::transcript
