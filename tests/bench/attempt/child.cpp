#include "tests/bench/attempt/child.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace dialbench::bench {
namespace {

void prepare(Processor processor) {
  // Nothing of the benchmark outlives it, however it ends.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (processor < 0) return;
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(static_cast<unsigned>(processor), &one);
  ::sched_setaffinity(0, sizeof one, &one);
}

pid_t split() {
  std::fflush(nullptr);
  const pid_t pid = ::fork();
  if (pid < 0) give_up(std::string("no further process: ") + std::strerror(errno));
  return pid;
}

} // namespace

Child Child::program(const std::vector<std::string>& words, Processor processor, int output, bool silent) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t pid = split();
  if (pid > 0) return Child(pid);
  prepare(processor);
  if (silent) output = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (output >= 0) ::dup2(output, STDOUT_FILENO);
  ::execvp(arguments.front(), arguments.data());
  std::fprintf(stderr, "%s: %s\n", arguments.front(), std::strerror(errno));
  std::_Exit(127);
}

Child Child::function(const std::function<void()>& body, Processor processor) {
  const pid_t pid = split();
  if (pid > 0) return Child(pid);
  prepare(processor);
  body();
  std::_Exit(0);
}

Child::Child(Child&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)) {}

Child::~Child() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  wait();
}

int Child::wait() {
  int status = 0;
  const pid_t pid = std::exchange(pid_, -1);
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void give_up(const std::string& what) {
  std::fprintf(stderr, "bench-attempt: %s\n", what.c_str());
  std::exit(1);
}

} // namespace dialbench::bench
