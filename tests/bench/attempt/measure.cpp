#include "tests/bench/attempt/measure.hpp"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace dialbench::bench {
namespace {

std::vector<std::string> whole_command(const Client& client, std::size_t attempts, const BenchLine& line,
                                       bool memory) {
  std::vector<std::string> words = client.words;
  if (memory) words.insert(words.begin() + 1, "--memory");
  words.push_back(std::to_string(attempts));
  words.insert(words.end(), client.behind.begin(), client.behind.end());
  words.insert(words.end(), line.ports().begin(), line.ports().end());
  return words;
}

void check(const Client& client, int status, const Dials& dials, std::size_t expected) {
  if (status != 0) give_up(client.name + " ended with status " + std::to_string(status));
  if (dials.count != expected || dials.strange != 0) {
    give_up(client.name + ": the modem heard " + std::to_string(dials.count) + " dials, expected " +
            std::to_string(expected) + ", and " + std::to_string(dials.strange) +
            " bytes of no known command: " + dials.first_strange.data());
  }
}

// The numbers that a run of the client prints.
std::vector<double> told_by(const Client& client, std::size_t attempts, const BenchLine& line,
                            const Placement& placement, bool memory) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) give_up("no pipe");
  auto child = Child::program(whole_command(client, attempts, line, memory), placement.processor, ends[1]);
  ::close(ends[1]);
  const int status = child.wait();
  char text[64] = {};
  const auto length = ::read(ends[0], text, sizeof text - 1);
  ::close(ends[0]);
  check(client, status, line.dials(), line.ports().size() * attempts);
  std::vector<double> numbers;
  char* end = text;
  for (const char* at = text; length > 0 && *at != '\0'; at = end + 1)
    numbers.push_back(std::strtod(at, &end));
  if (numbers.size() != (memory ? 2U : 1U)) give_up(client.name + " does not say what it took");
  return numbers;
}

double attempt_us(const Dials& dials, std::size_t ports) {
  const std::size_t count = std::min<std::size_t>(dials.count, Dials::kept_max);
  if (count < 2) return 0;
  if (ports > 1)
    return static_cast<double>(dials.moments[count - 1] - dials.moments[0]) / 1e3 /
           static_cast<double>(count - 1);
  std::vector<double> between;
  for (std::size_t i = 1; i < count; ++i)
    between.push_back(static_cast<double>(dials.moments[i] - dials.moments[i - 1]) / 1e3);
  return median(std::move(between));
}

} // namespace

Cost run_client(const Client& client, Path path, std::size_t ports, std::size_t attempts,
                const Placement& placement) {
  const BenchLine line(path, ports, placement.processor, placement.folder);
  const auto told = told_by(client, attempts, line, placement, false);
  return {.attempt_us = attempt_us(line.dials(), ports),
          .cpu_us = told.back() / static_cast<double>(ports * attempts)};
}

double private_kib(const Client& client, std::size_t ports, std::size_t attempts,
                   const Placement& placement) {
  const BenchLine line(Path::pty, ports, placement.processor, placement.folder);
  return told_by(client, attempts, line, placement, true).front();
}

void run_counted(const std::vector<std::string>& counter, const Client& client, std::size_t attempts,
                 const Placement& placement) {
  const BenchLine line(Path::pty, 1, -1, placement.folder);
  auto words = counter;
  const auto command = whole_command(client, attempts, line, false);
  words.insert(words.end(), command.begin(), command.end());
  const int status = Child::program(words, -1, -1, true).wait();
  check(client, status, line.dials(), attempts);
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace dialbench::bench
