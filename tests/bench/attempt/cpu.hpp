// What processor time this process has taken.
#pragma once

#include <sys/resource.h>

namespace dialbench::bench {

// In microseconds, user and system time together. Without the C++ library, as one of the clients has none.
inline double cpu_us() {
  struct rusage used;
  if (getrusage(RUSAGE_SELF, &used) != 0) return 0;
  return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e6 +
         static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

} // namespace dialbench::bench
