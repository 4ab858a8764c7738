#include "harness/emulator/serve/child.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <utility>

namespace dialbench::serve {

namespace {

struct Pipe {
  Descriptor read, write;
};

bool open_pipe(Pipe& pipe, int flags) {
  std::array<int, 2> ends;
  if (::pipe2(ends.data(), O_CLOEXEC | flags) != 0) return false;
  pipe.read = Descriptor(ends[0]);
  pipe.write = Descriptor(ends[1]);
  return true;
}

// Between fork and exec only calls that are safe in a signal handler. Returns where something failed.
void become(const std::vector<char*>& arguments, const char* folder, pid_t parent, int errors) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) return; // gone before it could be asked for
  ::setpgid(0, 0);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  const int nowhere = ::open("/dev/null", O_RDWR);
  if (nowhere < 0 || ::dup2(nowhere, 0) < 0 || ::dup2(nowhere, 1) < 0 || ::dup2(errors, 2) < 0) return;
  if (::chdir(folder) != 0) return;
  ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  ::execvp(arguments[0], arguments.data());
}

} // namespace

Child::Child(pid_t pid, Descriptor errors)
    : pid_(pid)
    , errors_(std::move(errors)) {}

Child::Child(Child&& other) noexcept
    : pid_(std::exchange(other.pid_, 0))
    , errors_(std::move(other.errors_))
    , last_words_(std::move(other.last_words_)) {}

at::Expected<Child, int> Child::start(const std::vector<std::string>& arguments, const std::string& folder) {
  std::vector<char*> raw;
  raw.reserve(arguments.size() + 1);
  for (const auto& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
  raw.push_back(nullptr);

  Pipe failure, errors; // `failure` carries errno, or closes without a word when exec has worked
  if (!open_pipe(failure, 0) || !open_pipe(errors, O_NONBLOCK)) return at::Unexpected{errno};
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) return at::Unexpected{errno};
  if (pid == 0) {
    become(raw, folder.c_str(), parent, errors.write.number());
    const int error = errno;
    [[maybe_unused]] const auto told = ::write(failure.write.number(), &error, sizeof error);
    ::_exit(127);
  }
  failure.write.close();
  errors.write.close();
  Child child(pid, std::move(errors.read));
  int error = 0;
  ssize_t count;
  do {
    count = ::read(failure.read.number(), &error, sizeof error);
  } while (count < 0 && errno == EINTR);
  if (count > 0) return at::Unexpected{error};
  return child;
}

void Child::wait(int milliseconds) const {
  pollfd waiting{errors_.number(), POLLIN, 0};
  ::poll(&waiting, 1, milliseconds);
}

bool Child::ended() {
  std::array<char, 512> words;
  for (ssize_t count; (count = ::read(errors_.number(), words.data(), words.size())) > 0;) {
    if (last_words_.size() < 4096) last_words_.append(words.data(), static_cast<std::size_t>(count));
  }
  if (pid_ > 0 && ::waitpid(pid_, nullptr, WNOHANG) == pid_) pid_ = 0;
  return pid_ == 0;
}

void Child::kill() noexcept {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
  pid_ = 0;
}

} // namespace dialbench::serve
