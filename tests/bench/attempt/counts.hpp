// What noise cannot touch: system calls and user instructions of an attempt.
#pragma once

#include "tests/bench/attempt/measure.hpp"

#include <map>
#include <string>

namespace dialbench::bench {

struct Calls {
  double all = 0;
  std::map<std::string, double> each; // by name
};

// Each is the difference of a run of 2 * `attempts` and one of `attempts`, divided by `attempts`: what a
// start costs falls away. System calls by strace -c -f, instructions by valgrind's callgrind; where the
// program is not on this machine, the benchmark ends with status 1 and says so.
Calls calls_an_attempt(const Client& client, std::size_t attempts, const Placement& placement);
double instructions_an_attempt(const Client& client, std::size_t attempts, const Placement& placement);

} // namespace dialbench::bench
