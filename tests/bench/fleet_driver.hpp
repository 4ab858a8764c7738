// Drives many emulated modems from one process: each of the first half calls one of the second half, and then
// data goes both ways.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace dialbench::bench {

struct Drive {
  std::vector<std::string> ports; // an even number; the Nth is dialled by 5550200 + N
  double seconds = 5;             // of data
  double bytes_per_second = 1000; // each way of each call
  double limit = 120;             // seconds until all must be connected
};

struct Driven {
  std::string problem; // empty: every call was put through, and every byte came, in its order
  std::size_t connected = 0;
  std::size_t bytes = 0; // received
};

// `begins` is called when every call is put through.
Driven drive(const Drive& drive, const std::function<void()>& begins);

} // namespace dialbench::bench
