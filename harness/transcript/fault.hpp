// Why a transcript cannot be read.
#pragma once

#include "at/expected.hpp"
#include "harness/transcript/transcript.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dialbench::transcript {

struct Fault {
  std::size_t line = 0;   // 1-based; 0: the format has no lines, and `what` names the byte
  std::string what;       // what was found, and what was expected; ASCII
  std::size_t column = 0; // 1-based, in bytes; 0: not known
};

using Reading = at::Expected<std::vector<Event>, Fault>;

} // namespace dialbench::transcript
