#include "tests/bench/attempt/bench_line.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <new>
#include <poll.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

namespace dialbench::bench {
namespace {

bool make_raw(int terminal) {
  termios settings{};
  if (::tcgetattr(terminal, &settings) != 0) return false;
  ::cfmakeraw(&settings);
  return ::tcsetattr(terminal, TCSANOW, &settings) == 0;
}

} // namespace

BenchLine::BenchLine(Path path, std::size_t ports, Processor processor, const std::string& folder) {
  void* shared = ::mmap(nullptr, sizeof(Dials), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) give_up("no memory to share with the modem");
  dials_ = new (shared) Dials{};
  if (path == Path::pty) {
    open_ptys(ports);
  } else {
    open_socat(processor, folder);
  }
  modem_.emplace(Child::function([this] { answer(terminals_, *dials_); }, processor));
  // From now on they are the modem's alone, so that the line is down when it goes.
  for (const int terminal : terminals_) ::close(terminal);
  for (const int terminal : kept_open_) ::close(terminal);
}

BenchLine::~BenchLine() {
  modem_.reset();
  socat_.reset();
  ::munmap(dials_, sizeof(Dials));
}

void BenchLine::open_ptys(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    char name[64];
    if (master < 0 || ::grantpt(master) != 0 || ::unlockpt(master) != 0 ||
        ::ptsname_r(master, name, sizeof name) != 0)
      give_up("no further pseudo-terminal");
    // Raw from the start, or it would echo what the modem says before the client has set it.
    const int slave = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (slave < 0 || !make_raw(slave)) give_up(std::string(name) + " cannot be set up");
    kept_open_.push_back(slave);
    terminals_.push_back(master);
    ports_.emplace_back(name);
  }
}

void BenchLine::open_socat(Processor processor, const std::string& folder) {
  const std::string near = folder + "/near";
  const std::string far = folder + "/far";
  ::unlink(near.c_str());
  ::unlink(far.c_str());
  socat_.emplace(Child::program({"socat", "pty,rawer,link=" + near, "pty,rawer,link=" + far}, processor));
  for (int tries = 0; ::access(near.c_str(), F_OK) != 0 || ::access(far.c_str(), F_OK) != 0; ++tries) {
    if (tries > 2000) give_up("socat makes no pair of pseudo-terminals");
    ::poll(nullptr, 0, 5);
  }
  const int terminal = ::open(far.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || !make_raw(terminal)) give_up(far + " cannot be opened");
  terminals_.push_back(terminal);
  ports_.push_back(near);
}

} // namespace dialbench::bench
