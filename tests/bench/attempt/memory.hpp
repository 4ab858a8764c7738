// What memory this process has to itself.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace dialbench::bench {

// In KiB: the private pages of /proc/self/smaps, without those of files that are mapped shared. The kernel
// calls such a page private while nobody else has it mapped, but it is the file's, and is there as well where
// the file is written to by calls. Without the C++ library, as one of the clients has none.
inline long private_kib() {
  std::FILE* file = std::fopen("/proc/self/smaps", "r");
  if (file == nullptr) return 0;
  long sum = 0;
  bool shared = false;
  char line[512];
  while (std::fgets(line, sizeof line, file) != nullptr) {
    char rights[5] = {};
    if (std::sscanf(line, "%*x-%*x %4s", rights) == 1) {
      shared = rights[3] == 's';
    } else if (!shared && std::strncmp(line, "Private_", 8) == 0) {
      sum += std::strtol(std::strchr(line, ':') + 1, nullptr, 10);
    }
  }
  std::fclose(file);
  return sum;
}

} // namespace dialbench::bench
