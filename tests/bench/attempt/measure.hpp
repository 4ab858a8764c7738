// One run of a client, and what it cost.
#pragma once

#include "tests/bench/attempt/bench_line.hpp"

#include <string>
#include <vector>

namespace dialbench::bench {

struct Client {
  std::string name;
  std::vector<std::string> words;  // the program and what stands before the number of attempts
  std::vector<std::string> behind; // what stands between that and the ports
};

struct Placement {
  Processor processor = -1; // client, modem and socat: all on this one
  std::string folder;       // for links and files, empty at the start
};

struct Cost {
  double attempt_us = 0; // from one dial command to the next, as the modem hears them: the median of the run.
                         // Many ports: the whole run, divided by the attempts
  double cpu_us = 0;     // of the client, each attempt, by its own account
};

// Runs `client`: `attempts` on each of `ports` ports. Ends the benchmark where the modem has not heard
// exactly these dials.
Cost run_client(const Client& client, Path path, std::size_t ports, std::size_t attempts,
                const Placement& placement);

// The private memory of such a run at the moment when its first port is through, in KiB. A run of its own: to
// ask the kernel for it takes as long as some attempts.
double private_kib(const Client& client, std::size_t ports, std::size_t attempts, const Placement& placement);

// The same under another program that counts (strace, valgrind), on one pty.
void run_counted(const std::vector<std::string>& counter, const Client& client, std::size_t attempts,
                 const Placement& placement);

double median(std::vector<double> values);

} // namespace dialbench::bench
