// attempt-c [--memory] ATTEMPTS PORT...: what the driver is held against. It writes and reads what the driver
// writes and reads, and nothing else: no deadline, no lock, no record. One port: a poll loop. More: an epoll
// loop. It uses the C library only and is linked statically. It prints the processor time of its attempts in
// microseconds, opening and closing left out; --memory: before that the private memory in KiB when the first
// port is through with its attempts.
#include "tests/bench/attempt/cpu.hpp"
#include "tests/bench/attempt/dialogue.hpp"
#include "tests/bench/attempt/memory.hpp"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <termios.h>
#include <unistd.h>

namespace {

using dialbench::bench::dialogue;

struct Port {
  int terminal;
  unsigned turn;
  long left; // attempts
  unsigned long heard;
  char tail[8]; // the last bytes of the reply
};

[[noreturn]] void die(const char* what) {
  std::perror(what);
  std::exit(1);
}

void open_port(Port& port, const char* name, long attempts) {
  port = {};
  port.left = attempts;
  port.terminal = open(name, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  termios settings;
  if (port.terminal < 0 || tcgetattr(port.terminal, &settings) != 0) die(name);
  cfmakeraw(&settings);
  if (tcsetattr(port.terminal, TCSANOW, &settings) != 0) die(name);
}

void send_turn(Port& port) {
  const auto command = dialogue[port.turn].command;
  if (write(port.terminal, command.data(), command.size()) != static_cast<ssize_t>(command.size()))
    die("write");
}

// True: the last attempt is over.
bool take_reply(Port& port) {
  char bytes[256];
  const ssize_t count = read(port.terminal, bytes, sizeof bytes);
  if (count < 0 && errno == EAGAIN) return false;
  if (count <= 0) die("read");
  const auto wanted = dialogue[port.turn].reply;
  for (ssize_t i = count > 8 ? count - 8 : 0; i < count; ++i) {
    std::memmove(port.tail, port.tail + 1, 7);
    port.tail[7] = bytes[i];
  }
  port.heard += static_cast<unsigned long>(count);
  if (port.heard < wanted.size() ||
      std::memcmp(port.tail + 8 - wanted.size(), wanted.data(), wanted.size()) != 0)
    return false;
  port.heard = 0;
  port.turn = (port.turn + 1) % dialogue.size();
  if (port.turn == 0 && --port.left == 0) return true;
  send_turn(port);
  return false;
}

void run_one(Port& port) {
  pollfd wanted = {port.terminal, POLLIN, 0};
  do {
    if (poll(&wanted, 1, 5000) <= 0) die("poll");
  } while (!take_reply(port));
}

void run_many(Port* ports, long count, bool memory) {
  const int events = epoll_create1(EPOLL_CLOEXEC);
  for (long i = 0; i < count; ++i) {
    epoll_event wanted{};
    wanted.events = EPOLLIN;
    wanted.data.ptr = &ports[i];
    if (epoll_ctl(events, EPOLL_CTL_ADD, ports[i].terminal, &wanted) != 0) die("epoll_ctl");
  }
  for (long left = count; left > 0;) {
    epoll_event ready[128];
    const int came = epoll_wait(events, ready, 128, 5000);
    if (came <= 0) die("epoll_wait");
    for (int i = 0; i < came; ++i) {
      Port& port = *static_cast<Port*>(ready[i].data.ptr);
      if (!take_reply(port)) continue;
      if (memory && left == count) std::printf("%ld\n", dialbench::bench::private_kib());
      --left;
    }
  }
}

} // namespace

int main(int count, char** arguments) {
  const bool memory = count > 1 && std::strcmp(arguments[1], "--memory") == 0;
  arguments += memory;
  count -= memory;
  const long attempts = count > 2 ? std::strtol(arguments[1], nullptr, 10) : 0;
  if (attempts <= 0) {
    std::fputs("usage: attempt-c [--memory] ATTEMPTS PORT...\n", stderr);
    return 64;
  }
  const long many = count - 2;
  Port* ports = static_cast<Port*>(std::malloc(static_cast<std::size_t>(many) * sizeof(Port)));
  if (ports == nullptr) die("malloc");
  for (long i = 0; i < many; ++i) open_port(ports[i], arguments[2 + i], attempts);
  const double start = dialbench::bench::cpu_us();
  for (long i = 0; i < many; ++i) send_turn(ports[i]);
  if (many == 1) {
    run_one(ports[0]);
    if (memory) std::printf("%ld\n", dialbench::bench::private_kib());
  } else {
    run_many(ports, many, memory);
  }
  std::printf("%.0f\n", dialbench::bench::cpu_us() - start);
  std::free(ports);
  return 0;
}
