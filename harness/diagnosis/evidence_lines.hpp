// The facts that a verdict rests on, as lines with their sources.
#pragma once

#include "harness/diagnosis/facts.hpp"
#include "harness/diagnosis/verdict.hpp"

#include <vector>

namespace dialbench::diagnosis {

std::vector<EvidenceLine> evidence_lines(const Facts& facts);

} // namespace dialbench::diagnosis
