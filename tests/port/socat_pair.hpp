// Two pseudo-terminals joined by a socat process, each behind a link in a folder of the test's own.
#pragma once

#include "tests/port/child.hpp"
#include "tests/port/temporary.hpp"

#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/inotify.h>
#include <unistd.h>

namespace dialbench::tests {

class SocatPair {
 public:
  // `options` are added to both sides: "wait-slave,pty-interval=0.01" lets an unplugging reach the port.
  explicit SocatPair(const std::string& options = "")
      : watch_(watch(folder_.path()))
      , socat_({"socat", "-d", "-d", "-lf", folder_.path("socat.log"), side("modem", options),
                side("port", options)}) {
    const auto both_there = [this] { return exists("modem") && exists("port"); };
    while (!both_there()) {
      pollfd ready{watch_, POLLIN, 0};
      if (::poll(&ready, 1, 10'000) <= 0) throw std::runtime_error("socat made no pair");
      char events[4096];
      if (::read(watch_, events, sizeof events) <= 0) throw std::runtime_error("socat made no pair");
    }
  }
  ~SocatPair() { ::close(watch_); }

  [[nodiscard]] std::string port() const { return folder_.path("port"); }
  [[nodiscard]] std::string modem() const { return folder_.path("modem"); }
  [[nodiscard]] pid_t pid() const { return socat_.pid(); }
  void kill(int signal_number) { socat_.kill(signal_number); }

 private:
  static int watch(const std::string& folder) {
    const int file = ::inotify_init1(IN_CLOEXEC);
    ::inotify_add_watch(file, folder.c_str(), IN_CREATE | IN_MOVED_TO);
    return file;
  }
  [[nodiscard]] std::string side(const std::string& name, const std::string& options) const {
    return "pty,link=" + folder_.path(name) + ",rawer" + (options.empty() ? "" : "," + options);
  }
  [[nodiscard]] bool exists(const std::string& name) const {
    return ::access(folder_.path(name).c_str(), F_OK) == 0;
  }

  TemporaryFolder folder_;
  int watch_;
  Child socat_;
};

} // namespace dialbench::tests
