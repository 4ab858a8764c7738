#include "harness/emulator/serve/command.hpp"

#include "harness/emulator/serve/descendants.hpp"
#include "harness/evidence/shell_word.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <cerrno>
#include <utility>
#include <vector>

#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dialbench::serve {
namespace {

// Between fork and exec only calls that are safe in a signal handler. Returns where something failed.
void become(char* const* arguments, char* const* environment, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (::getppid() != parent) return; // gone before it could be asked for
  // Our handlers are none of the command's: a signal that comes before exec would be taken for ours.
  for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
  ::execve("/bin/sh", arguments, environment);
}

std::vector<std::string> environment_with(const std::string& port) {
  std::vector<std::string> all;
  for (char** each = environ; *each != nullptr; ++each)
    if (!std::string_view(*each).starts_with("DIALBENCH_PORT=")) all.emplace_back(*each);
  all.push_back("DIALBENCH_PORT=" + port);
  return all;
}

} // namespace

std::string with_slot(std::string_view command, std::string_view slot, std::string_view text) {
  const std::string word = evidence::shell_word(text);
  std::string filled;
  std::size_t done = 0;
  for (auto at = command.find(slot); at != std::string_view::npos;
       at = command.find(slot, at + slot.size())) {
    if (at > 0 && command[at - 1] == '$') continue;
    filled += command.substr(done, at - done);
    filled += word;
    done = at + slot.size();
  }
  filled += command.substr(done);
  return filled;
}

std::string with_port(std::string_view command, std::string_view port) {
  return with_slot(command, "{port}", port);
}

std::string with_ports(std::string_view command, const std::vector<std::string>& ports) {
  std::string text = ports.empty() ? std::string(command) : with_port(command, ports.front());
  for (std::size_t i = 0; i < ports.size(); ++i)
    text = with_slot(text, "{port" + std::to_string(i + 1) + '}', ports[i]);
  return text;
}

Command::Command(const boost::asio::any_io_executor& executor)
    : children_(executor, SIGCHLD) {}

Command::~Command() {
  signal(SIGKILL);
  if (pid_ <= 0) return;
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

at::Expected<std::unique_ptr<Command>, int> Command::start(const boost::asio::any_io_executor& executor,
                                                           const std::string& command,
                                                           const std::string& port, Group group) {
  std::string shell = "sh", option = "-c", text = command;
  const std::array<char*, 4> arguments{shell.data(), option.data(), text.data(), nullptr};
  auto variables = environment_with(port);
  std::vector<char*> environment;
  environment.reserve(variables.size() + 1);
  for (auto& each : variables) environment.push_back(each.data());
  environment.push_back(nullptr);

  // Listened for before it starts: a child that ends at once is not missed.
  std::unique_ptr<Command> child(new Command(executor));
  const pid_t parent = ::getpid();
  sigset_t all, before;
  ::sigfillset(&all);
  ::sigprocmask(SIG_BLOCK, &all, &before);
  const pid_t pid = ::fork();
  const int error = errno;
  if (pid == 0) {
    if (group == Group::own) ::setpgid(0, 0);
    become(arguments.data(), environment.data(), parent);
    ::_exit(127);
  }
  ::sigprocmask(SIG_SETMASK, &before, nullptr);
  if (pid < 0) return at::Unexpected{error};
  child->pid_ = pid;
  if (group == Group::own) {
    ::setpgid(pid, pid); // whoever comes first: it holds before the first signal
    child->group_ = pid;
  }
  return child;
}

bool Command::ended(int& status) noexcept {
  if (pid_ <= 0) return true;
  int waited = 0;
  if (::waitpid(pid_, &waited, WNOHANG) != pid_) return false;
  pid_ = 0;
  status = WIFEXITED(waited) ? WEXITSTATUS(waited) : 128 + WTERMSIG(waited);
  return true;
}

boost::asio::awaitable<int> Command::wait() {
  int status = 127;
  while (!ended(status)) {
    boost::system::error_code error;
    auto token = boost::asio::redirect_error(boost::asio::use_awaitable, error);
    co_await children_.async_wait(token);
    if (error) break;
  }
  co_return status;
}

void Command::signal(int number) {
  if (group_ > 0) {
    ::kill(-group_, number);
    return;
  }
  if (pid_ <= 0) return;
  // The shell hands nothing on to the program that it waits for.
  for (const pid_t each : descendants(pid_)) ::kill(each, number);
  ::kill(pid_, number);
}

} // namespace dialbench::serve
