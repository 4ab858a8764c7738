// A program that a test starts and talks to over pipes; it does not outlive the test.
#pragma once

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace dialbench::tests {

using Environment = std::vector<std::pair<std::string, std::string>>;

class Child {
 public:
  explicit Child(std::vector<std::string> command, const Environment& environment = {}) {
    int to_child[2];
    int from_child[2];
    if (::pipe2(to_child, O_CLOEXEC) != 0 || ::pipe2(from_child, O_CLOEXEC) != 0)
      throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ == 0) become(command, environment, to_child[0], from_child[1]);
    ::close(to_child[0]);
    ::close(from_child[1]);
    in_ = to_child[1];
    out_ = from_child[0];
  }
  ~Child() {
    finish();
    ::close(out_);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }

  // The next line of its output; "(nothing)" where none comes in ten seconds, "(end)" at its end.
  std::string line() {
    for (;;) {
      const std::size_t end = heard_.find('\n');
      if (end != std::string::npos) {
        const std::string text = heard_.substr(0, end);
        heard_.erase(0, end + 1);
        return text;
      }
      pollfd ready{out_, POLLIN, 0};
      if (::poll(&ready, 1, 10'000) <= 0) return "(nothing)";
      char buffer[4096];
      const ssize_t count = ::read(out_, buffer, sizeof buffer);
      if (count <= 0) return "(end)";
      heard_.append(buffer, static_cast<std::size_t>(count));
    }
  }
  // All the rest, until it closes its output; it gets no more input.
  std::string rest() {
    close_input();
    std::string text;
    for (std::string next = line(); next != "(end)" && next != "(nothing)"; next = line())
      text += next + "\n";
    return text + std::exchange(heard_, "");
  }
  // Says a line, and gives the line that it is answered with.
  std::string ask(const std::string& text) {
    const std::string whole = text + "\n";
    if (::write(in_, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) return "(gone)";
    return line();
  }
  void kill(int signal_number) {
    if (pid_ > 0) ::kill(pid_, signal_number);
  }
  // Waits for its end after its input was closed; its exit status.
  int wait() {
    close_input();
    int status = 0;
    if (pid_ > 0) ::waitpid(std::exchange(pid_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  [[noreturn]] static void become(std::vector<std::string>& command, const Environment& environment, int in,
                                  int out) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> arguments;
    for (std::string& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  void close_input() {
    if (in_ >= 0) ::close(std::exchange(in_, -1));
  }
  void finish() {
    kill(SIGKILL);
    wait();
  }

  pid_t pid_ = -1;
  int in_ = -1;
  int out_ = -1;
  std::string heard_;
};

} // namespace dialbench::tests
