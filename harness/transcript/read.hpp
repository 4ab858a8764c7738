// Reads a transcript in whichever format it is.
#pragma once

#include "harness/transcript/fault.hpp"

#include <string_view>

namespace dialbench::transcript {

// pppdump by its first bytes, otherwise text (ours and recordings). Never throws on any input but for lack of
// memory; limits.hpp says how much it takes.
Reading read(std::string_view bytes);

// "FILE:LINE: what", or "FILE: what" where the format has no lines.
std::string shown(const Fault& fault, std::string_view file);

} // namespace dialbench::transcript
