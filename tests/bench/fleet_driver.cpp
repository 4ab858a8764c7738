#include "tests/bench/fleet_driver.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/epoll.h>
#include <unistd.h>

namespace dialbench::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view pattern = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ<>";
constexpr double share = 0.05; // seconds of data in one write

struct Port {
  int descriptor = -1;
  std::string head; // what came before the data
  bool connected = false;
  std::size_t sent = 0, received = 0;
};

class Driver {
 public:
  explicit Driver(const Drive& drive)
      : drive_(drive)
      , epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;
  ~Driver() {
    for (const auto& port : ports_) ::close(port.descriptor);
    ::close(epoll_);
  }

  Driven run(const std::function<void()>& begins) {
    if (open_all() && connect_all()) {
      begins();
      talk();
    }
    for (const auto& port : ports_) driven_.bytes += port.received;
    return driven_;
  }

 private:
  bool fail(const std::string& problem) {
    if (driven_.problem.empty()) driven_.problem = problem;
    return false;
  }

  bool open_all() {
    for (const auto& name : drive_.ports) {
      const int descriptor = ::open(name.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
      if (descriptor < 0) return fail(name + ": " + std::strerror(errno));
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = ports_.size();
      ports_.push_back({descriptor, {}, false, 0, 0});
      ::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event);
    }
    return true;
  }

  std::size_t say(Port& port, std::string_view text) {
    const auto count = ::write(port.descriptor, text.data(), text.size());
    return count > 0 ? static_cast<std::size_t>(count) : 0;
  }

  bool connect_all() {
    const std::size_t half = ports_.size() / 2;
    for (std::size_t i = half; i < ports_.size(); ++i) say(ports_[i], "ATE0S0=1\r");
    if (!listen_until(drive_.limit, [this, half] {
          for (std::size_t i = half; i < ports_.size(); ++i)
            if (ports_[i].head.find("OK") == std::string::npos) return false;
          return true;
        }))
      return fail("a modem does not answer");
    for (std::size_t i = 0; i < half; ++i)
      say(ports_[i], "ATE0DT" + std::to_string(5550200 + half + i + 1) + '\r');
    if (!listen_until(drive_.limit, [this] { return driven_.connected == ports_.size(); }))
      return fail("a call is not put through");
    return true;
  }

  void talk() {
    const auto began = Clock::now();
    const auto bytes_by = [this](double seconds) {
      return static_cast<std::size_t>(seconds * drive_.bytes_per_second);
    };
    for (double now = 0; now < drive_.seconds;) {
      now = std::chrono::duration<double>(Clock::now() - began).count();
      for (std::size_t i = 0; i < ports_.size(); ++i) send_up_to(i, bytes_by(std::min(now, drive_.seconds)));
      listen(share);
    }
    const auto all = bytes_by(drive_.seconds);
    const bool whole = listen_until(drive_.limit, [this, all] {
      bool done = true;
      for (std::size_t i = 0; i < ports_.size(); ++i) {
        send_up_to(i, all);
        done = done && ports_[i].received >= all;
      }
      return done;
    });
    if (!whole) fail("data did not arrive");
  }

  void send_up_to(std::size_t index, std::size_t bytes) {
    auto& port = ports_[index];
    while (port.sent < bytes) {
      const auto from = port.sent % pattern.size();
      const auto count = say(port, pattern.substr(from, bytes - port.sent));
      if (count == 0) return;
      port.sent += count;
    }
  }

  template <class Done>
  bool listen_until(double seconds, Done done) {
    const auto give_up = Clock::now() + std::chrono::duration<double>(seconds);
    while (!done()) {
      if (Clock::now() > give_up || !driven_.problem.empty()) return false;
      listen(share);
    }
    return true;
  }

  // All that comes within so many seconds.
  void listen(double seconds) {
    const auto give_up = Clock::now() + std::chrono::duration<double>(seconds);
    std::array<epoll_event, 64> events;
    for (auto left = give_up - Clock::now(); left.count() > 0; left = give_up - Clock::now()) {
      const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(left).count();
      const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()),
                                     static_cast<int>(milliseconds));
      for (int i = 0; i < count; ++i) hear(events[static_cast<std::size_t>(i)].data.u64);
    }
  }

  void hear(std::size_t index) {
    auto& port = ports_[index];
    std::array<char, 4096> buffer;
    const auto count = ::read(port.descriptor, buffer.data(), buffer.size());
    if (count <= 0) {
      if (count == 0 || errno != EAGAIN) fail(drive_.ports[index] + " is gone");
      return;
    }
    std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
    if (!port.connected) {
      port.head += bytes;
      const auto connect = port.head.find("\nCONNECT ");
      const auto end = port.head.find("\r\n", connect);
      if (connect == std::string::npos || end == std::string::npos) return;
      port.connected = true;
      ++driven_.connected;
      const auto data = std::string(port.head, end + 2);
      return check(port, data);
    }
    check(port, bytes);
  }

  void check(Port& port, std::string_view bytes) {
    for (const char c : bytes)
      if (c != pattern[port.received++ % pattern.size()]) fail("a byte came that was not sent");
  }

  const Drive& drive_;
  int epoll_;
  std::vector<Port> ports_;
  Driven driven_;
};

} // namespace

Driven drive(const Drive& drive, const std::function<void()>& begins) { return Driver(drive).run(begins); }

} // namespace dialbench::bench
