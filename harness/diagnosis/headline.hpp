// What happened, in one sentence.
#pragma once

#include "harness/diagnosis/facts.hpp"

#include <string>

namespace dialbench::diagnosis {

std::string headline_of(const Facts& facts);

// "33600 bit/s, V34, error control LAPM, compression V42BIS"; empty where the modem said nothing of the link.
std::string link_text(const at::Link& link);

} // namespace dialbench::diagnosis
