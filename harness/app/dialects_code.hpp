// The RAS code that a result of a dial leads to, for pages that list results.
#pragma once

#include "at/meaning.hpp"

#include <cstddef>

namespace dialbench::app {

// 0 where it is no failure, or none by itself: OK, CONNECT, RINGING.
int failure_code(at::Meaning meaning);

// The column that a class is written in.
inline constexpr std::size_t class_width = 15;

} // namespace dialbench::app
