// What a fuzz target is made of: one function from bytes to nothing, which stops the process where a rule is
// broken. libFuzzer feeds it inputs that it makes up, replay.cpp those that are kept under corpus/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace dialbench::fuzz {

// The abort is what libFuzzer, a debugger and ctest all take for a finding; an exception would be caught by
// none.
inline void rule(bool holds, const char* words) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", words);
  std::abort();
}

inline std::string_view text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Whether `inner` is a piece of the memory of `outer`; an empty one may stand anywhere.
inline bool views(std::string_view outer, std::string_view inner) {
  return inner.empty() ||
         (inner.data() >= outer.data() && inner.data() + inner.size() <= outer.data() + outer.size());
}

// One line that may be shown to a person as it is: no control bytes.
inline bool printable(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  return true;
}

// Sizes of 1 to 2 KiB, small ones mostly, from a seed.
class Cuts {
 public:
  explicit Cuts(unsigned seed)
      : state_(seed * 2654435761U + 1U) {}
  std::size_t next() {
    state_ = state_ * 1664525U + 1013904223U;
    const unsigned exponent = (state_ >> 28U) % 12U;
    return 1 + ((state_ >> 8U) & ((1U << exponent) - 1U));
  }

 private:
  unsigned state_;
};

} // namespace dialbench::fuzz
