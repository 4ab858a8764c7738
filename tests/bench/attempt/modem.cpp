#include "tests/bench/attempt/modem.hpp"

#include "tests/bench/attempt/dialogue.hpp"

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <string>
#include <sys/epoll.h>
#include <unistd.h>
#include <vector>

namespace dialbench::bench {
namespace {

std::int64_t now_ns() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

class Line {
 public:
  Line(int terminal, Dials& dials)
      : terminal_(terminal)
      , dials_(dials) {}

  // False: nobody is at the other end any more.
  bool serve() {
    char bytes[256];
    const auto count = ::read(terminal_, bytes, sizeof bytes);
    if (count <= 0) return count < 0 && (errno == EAGAIN || errno == EINTR);
    for (ssize_t i = 0; i < count; ++i) {
      command_ += bytes[i];
      if (bytes[i] == '\r') obey();
    }
    return true;
  }

 private:
  void obey() {
    std::string reply = echo_ ? command_ : std::string();
    const Turn* turn = nullptr;
    for (const auto& known : dialogue) {
      if (known.command == command_) turn = &known;
    }
    if (turn == nullptr) {
      if (dials_.strange == 0) command_.copy(dials_.first_strange.data(), dials_.first_strange.size() - 1);
      dials_.strange += command_.size();
      reply += "\r\nERROR\r\n";
    } else {
      echo_ = turn == &dialogue[0] || (echo_ && turn != &dialogue[1]);
      if (turn == &dialogue[2]) note_dial();
      reply += turn->reply;
    }
    command_.clear();
    if (::write(terminal_, reply.data(), reply.size()) < 0) dials_.strange += reply.size();
  }

  void note_dial() {
    const std::size_t number = dials_.count++;
    if (number < Dials::kept_max) dials_.moments[number] = now_ns();
  }

  int terminal_;
  Dials& dials_;
  std::string command_;
  bool echo_ = false;
};

} // namespace

void answer(std::span<const int> terminals, Dials& dials) {
  std::vector<Line> lines;
  lines.reserve(terminals.size());
  for (const int terminal : terminals) lines.emplace_back(terminal, dials);
  if (lines.size() == 1) {
    // One line needs no watching: the fewest calls that a modem can make.
    while (lines.front().serve()) {
    }
    while (true) ::pause();
  }
  const int events = ::epoll_create1(0);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    epoll_event wanted{};
    wanted.events = EPOLLIN;
    wanted.data.u64 = i;
    ::epoll_ctl(events, EPOLL_CTL_ADD, terminals[i], &wanted);
  }
  std::array<epoll_event, 256> ready;
  while (true) {
    const int count = ::epoll_wait(events, ready.data(), static_cast<int>(ready.size()), -1);
    for (int i = 0; i < count; ++i) {
      const auto line = ready[static_cast<std::size_t>(i)].data.u64;
      if (!lines[line].serve()) ::epoll_ctl(events, EPOLL_CTL_DEL, terminals[line], nullptr);
    }
  }
}

} // namespace dialbench::bench
