// The words for a port that cannot be had: what happened in one sentence, then commands that work when
// pasted.
#pragma once

#include "harness/evidence/port_fault.hpp"
#include "harness/port/list.hpp"

#include <string>
#include <vector>

namespace dialbench::port {

struct Node;

// A name of bounded length, for a sentence.
std::string displayed(const std::string& path);

// The ports that are there now, and brltty where it runs: it takes some USB adapters away.
std::string advice_for_missing(const Roots& roots);

// "/dev/ttyACM0 belongs to root:dialout (rw-rw----). You are not in dialout."
evidence::PortProblem denied(const Node& node, int system_error);

struct Claimant {
  Holder who;
  std::string lock_file; // empty: it has the node open
};
// Nobody named: the claim is there, and whose it is may not be seen.
evidence::PortProblem in_use(const Node& node, const std::vector<Claimant>& claimants, int system_error,
                             const Roots& roots);

// Services that take ports by themselves; they do so without a lock, and are named with the way to stop them.
bool takes_ports_by_itself(const std::string& program);

} // namespace dialbench::port
