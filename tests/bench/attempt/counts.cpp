#include "tests/bench/attempt/counts.hpp"

#include <fstream>
#include <sstream>

namespace dialbench::bench {
namespace {

// strace -c: a row is percent, seconds, microseconds a call, calls, errors where there are any, name.
Calls count_calls(const Client& client, std::size_t attempts, const Placement& placement) {
  const std::string path = placement.folder + "/strace";
  run_counted({"strace", "-f", "-c", "-o", path}, client, attempts, placement);
  std::ifstream file(path);
  Calls calls;
  for (std::string row; std::getline(file, row);) {
    std::istringstream words(row);
    double share = 0, seconds = 0, each = 0, count = 0;
    std::string name;
    if (!(words >> share >> seconds >> each >> count >> name)) continue;
    if (name.find_first_not_of("0123456789") == std::string::npos) words >> name;
    if (name == "total") continue;
    calls.each[name] += count;
    calls.all += count;
  }
  if (calls.all == 0) give_up("strace has counted nothing");
  return calls;
}

double count_instructions(const Client& client, std::size_t attempts, const Placement& placement) {
  const std::string path = placement.folder + "/callgrind";
  run_counted({"valgrind", "-q", "--tool=callgrind", "--callgrind-out-file=" + path}, client, attempts,
              placement);
  std::ifstream file(path);
  for (std::string row; std::getline(file, row);) {
    if (row.rfind("summary:", 0) == 0) return std::stod(row.substr(8));
    if (row.rfind("totals:", 0) == 0) return std::stod(row.substr(7));
  }
  give_up("callgrind has counted nothing");
}

} // namespace

Calls calls_an_attempt(const Client& client, std::size_t attempts, const Placement& placement) {
  const Calls once = count_calls(client, attempts, placement);
  Calls calls = count_calls(client, 2 * attempts, placement);
  const auto share = [&](double twice, double before) {
    return (twice - before) / static_cast<double>(attempts);
  };
  calls.all = share(calls.all, once.all);
  for (auto& [name, count] : calls.each) {
    const auto before = once.each.find(name);
    count = share(count, before == once.each.end() ? 0 : before->second);
  }
  return calls;
}

double instructions_an_attempt(const Client& client, std::size_t attempts, const Placement& placement) {
  const double once = count_instructions(client, attempts, placement);
  const double twice = count_instructions(client, 2 * attempts, placement);
  return (twice - once) / static_cast<double>(attempts);
}

} // namespace dialbench::bench
