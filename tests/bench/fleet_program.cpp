#include "tests/bench/fleet_program.hpp"

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace dialbench::bench {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point began) {
  return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

} // namespace

double peak_mib(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  return -1;
}

FleetProgram::FleetProgram(const std::string& program, unsigned modems, const std::string& link,
                           double pace) {
  const auto began = Clock::now();
  const std::string count = std::to_string(modems), speed = std::to_string(pace);
  int ends[2];
  if (::pipe(ends) != 0) return;
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    ::execl(program.c_str(), "dialbench", "emulate", "--modems", count.c_str(), "--pty", link.c_str(),
            "--pace", speed.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string ready;
  char bytes[4096];
  for (ssize_t size;
       ready.find('\n') == std::string::npos && (size = ::read(ends[0], bytes, sizeof bytes)) > 0;)
    ready.append(bytes, static_cast<std::size_t>(size));
  ::close(ends[0]);
  ready_ms_ = ms_since(began);
  std::istringstream words(ready);
  for (std::string word; words >> word;)
    if (word.starts_with("pty=")) ports_.push_back(word.substr(4));
}

double FleetProgram::end() {
  if (process_ <= 0) return 0;
  const auto began = Clock::now();
  ::kill(process_, SIGTERM);
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = 0;
  return status == 0 ? ms_since(began) : -1;
}

} // namespace dialbench::bench
