// The modem of the benchmark: answers each command of the dialogue at once, as one write. It runs in a
// process of its own, so that none of its cost counts as the client's.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

namespace dialbench::bench {

// In memory that the modem's process shares with the one that measures.
struct Dials {
  static constexpr std::size_t kept_max = 16'384;
  std::atomic<std::size_t> count;             // dial commands heard, on all lines
  std::atomic<std::size_t> strange;           // bytes that belong to no command of the dialogue
  std::array<char, 64> first_strange;         // the first of them, with a zero behind them
  std::array<std::int64_t, kept_max> moments; // of each, on the monotonic clock, in nanoseconds
};

// Serves the masters of pseudo-terminals, or terminals of a socat pair, until the process is ended.
[[noreturn]] void answer(std::span<const int> terminals, Dials& dials);

} // namespace dialbench::bench
