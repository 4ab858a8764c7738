// The generator behind every seed: the same numbers on every machine and with every library, which the
// standard's distributions do not promise.
#pragma once

#include "harness/evidence/time.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace dialbench::faults {

// One step of splitmix64 (Steele, Lea, Flood 2014): spreads seeds that lie beside each other.
constexpr std::uint64_t mixed(std::uint64_t seed) noexcept {
  seed += 0x9e3779b97f4a7c15U;
  seed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9U;
  seed = (seed ^ (seed >> 27)) * 0x94d049bb133111ebU;
  return seed ^ (seed >> 31);
}

// xoshiro256** (Blackman, Vigna 2018).
class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) noexcept {
    for (auto& word : state_) {
      word = mixed(seed);
      seed += 0x9e3779b97f4a7c15U;
    }
  }

  constexpr std::uint64_t next() noexcept {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // 0 to `count` - 1; `count` is at least 1. Even enough: counts here are far below 2^32.
  constexpr std::uint64_t below(std::uint64_t count) noexcept { return (next() >> 32) * count >> 32; }
  constexpr std::uint64_t from_to(std::uint64_t least, std::uint64_t most) noexcept {
    return least + below(most - least + 1);
  }
  constexpr bool one_in(std::uint64_t count) noexcept { return below(count) == 0; }
  // Whole milliseconds.
  constexpr Duration duration(Duration least, Duration most) noexcept {
    using std::chrono::milliseconds;
    const auto ms = [](Duration time) { return static_cast<std::uint64_t>(time / milliseconds(1)); };
    return milliseconds(from_to(ms(least), ms(most)));
  }
  template <class T, std::size_t n>
  constexpr const T& one_of(const T (&items)[n]) noexcept {
    return items[below(n)];
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

} // namespace dialbench::faults
