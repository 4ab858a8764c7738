// What must hold after every attempt, whatever has happened.
#pragma once

#include "tests/proof/trial.hpp"

#include <optional>
#include <string>

namespace dialbench::proof {

// An attempt's evidence, buffers and lines together. Two floods that wait in the outboxes of both directions,
// and the lines that are made of them, come to about half of it.
inline constexpr std::size_t attempt_bytes_max = 2 << 20;

// The first that does not hold, in one line: "attempt 2: ..."; nothing: all do.
std::optional<std::string> broken(const Situation& situation, const Trial& trial);

// Whether the class of this attempt is decided by its far end alone: nothing of an earlier attempt can reach
// it, and no fault has touched what decides.
bool is_decidable(const Situation& situation, const Trial& trial, std::size_t attempt);

} // namespace dialbench::proof
