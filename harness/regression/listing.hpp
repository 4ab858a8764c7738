// A conversation with its two sides beside each other, for a scenario that failed.
#pragma once

#include "harness/transcript/transcript.hpp"

#include <span>
#include <string>

namespace dialbench::regression {

// 80 columns, the first six blank: time in seconds, what the dialer sent on the left, what the modem said on
// the right; ASCII, bytes escaped. The bytes of one line are one row, which stands where its first byte
// belongs; a CR that the dialer sends alone is a row, too. `most` lines at the end of the conversation; what
// is before is counted.
std::string listing(std::span<const transcript::Event> events, std::size_t most = 40);

} // namespace dialbench::regression
