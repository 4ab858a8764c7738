// What memory this process has to itself.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace dialbench::bench {

// In KiB: the private pages of /proc/self/smaps_rollup. Without the C++ library, as one of the clients has
// none.
inline long private_kib() {
  std::FILE* file = std::fopen("/proc/self/smaps_rollup", "r");
  if (file == nullptr) return 0;
  long sum = 0;
  char line[256];
  while (std::fgets(line, sizeof line, file) != nullptr) {
    if (std::strncmp(line, "Private_", 8) == 0) sum += std::strtol(std::strchr(line, ':') + 1, nullptr, 10);
  }
  std::fclose(file);
  return sum;
}

} // namespace dialbench::bench
