// Attempts of every kind, for tests that walk all rules: each rule must hold in one of them and be silent in
// another.
#pragma once

#include "tests/diagnosis/a_call.hpp"

#include <vector>

namespace dialbench::tests {

std::vector<evidence::Outcome> situations();

} // namespace dialbench::tests
