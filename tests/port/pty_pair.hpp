// A pseudo-terminal: the master is the test's, the slave is the port under test. The slave is held open, so
// that the terminal keeps its state while the port comes and goes.
#pragma once

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <termios.h>
#include <unistd.h>

namespace dialbench::tests {

class PtyPair {
 public:
  PtyPair() {
    if (::openpty(&master_, &slave_, nullptr, nullptr, nullptr) != 0) throw std::runtime_error("no pty");
    name_ = ::ttyname(slave_);
    ::fcntl(master_, F_SETFL, O_NONBLOCK);
    ::fcntl(master_, F_SETFD, FD_CLOEXEC);
    ::fcntl(slave_, F_SETFD, FD_CLOEXEC);
  }
  ~PtyPair() {
    close_master();
    ::close(slave_);
  }
  PtyPair(const PtyPair&) = delete;
  PtyPair& operator=(const PtyPair&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] int master() const { return master_; }
  [[nodiscard]] int slave() const { return slave_; }

  void say(std::string_view text) const {
    if (::write(master_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
      throw std::runtime_error("the pty takes no more");
  }
  // What is there now; waits up to `wait_ms` for the first byte.
  [[nodiscard]] std::string hear(int wait_ms) const {
    pollfd ready{master_, POLLIN, 0};
    std::string heard;
    char buffer[4096];
    while (::poll(&ready, 1, heard.empty() ? wait_ms : 0) > 0 && (ready.revents & POLLIN) != 0) {
      const ssize_t count = ::read(master_, buffer, sizeof buffer);
      if (count <= 0) break;
      heard.append(buffer, static_cast<std::size_t>(count));
    }
    return heard;
  }
  // The far end goes away: the slave sees a hang-up.
  void close_master() {
    if (master_ >= 0) ::close(master_);
    master_ = -1;
  }
  [[nodiscard]] termios settings() const {
    termios now{};
    ::tcgetattr(slave_, &now);
    return now;
  }

 private:
  int master_ = -1;
  int slave_ = -1;
  std::string name_;
};

} // namespace dialbench::tests
