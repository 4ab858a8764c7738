// Events made from a seed: the same on every machine, since only the engine itself is used.
#pragma once

#include "harness/transcript/transcript.hpp"

#include <random>
#include <string>
#include <vector>

namespace dialbench::tests {

inline std::string random_bytes(std::mt19937& engine, std::size_t length_max) {
  std::string bytes(engine() % (length_max + 1), '\0');
  for (char& byte : bytes) byte = static_cast<char>(static_cast<unsigned char>(engine()));
  return bytes;
}

inline std::vector<transcript::Event> random_events(unsigned seed, std::size_t count) {
  std::mt19937 engine(seed);
  std::vector<transcript::Event> events;
  Time at{};
  for (std::size_t number = 0; number < count; ++number) {
    at += Duration(engine() % 3'000'000);
    const auto kind = static_cast<transcript::Kind>(engine() % 4);
    if (kind == transcript::Kind::secret) {
      events.push_back({at, kind, {}, engine() % 100});
    } else {
      events.push_back({at, kind, random_bytes(engine, 40), 0});
    }
  }
  return events;
}

} // namespace dialbench::tests
