#include "harness/port/node_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/pty_pair.hpp"
#include "tests/port/temporary.hpp"

#include <sys/socket.h>
#include <sys/un.h>

using namespace dialbench::port;
using namespace dialbench::tests;
using dialbench::evidence::PortFault;
using dialbench::evidence::PortProblem;

namespace {

constexpr const char* drivers = "/dev/tty             /dev/tty        5       0 system:/dev/tty\n"
                                "/dev/ptmx            /dev/ptmx       5       2 system\n"
                                "acm                  /dev/ttyACM   166 0-255 serial\n"
                                "serial               /dev/ttyS       4 64-95 serial\n"
                                "pty_slave            /dev/pts      136 0-1048575 pty:slave\n"
                                "pty_master           /dev/ptm      128 0-1048575 pty:master\n"
                                "unknown              /dev/tty        4 1-63 console\n";

PortProblem problem_of(const std::string& name, const Roots& roots = {}) {
  const auto node = examine(name, roots);
  REQUIRE_FALSE(node);
  return node.error();
}

} // namespace

TEST_CASE("a bare name is a node of /dev, a path is itself") {
  const TemporaryFolder folder;
  CHECK(node_path("ttyUSB0", folder.roots()) == folder.path("dev/ttyUSB0"));
  CHECK(node_path("/tmp/modem", folder.roots()) == "/tmp/modem");
  CHECK(node_path("./modem", folder.roots()) == "./modem");
  CHECK(node_path("", folder.roots()) == folder.path("dev/"));
}

TEST_CASE("the kernel's drivers tell ports from other terminals") {
  CHECK(may_be_port(drivers, 4, 64));
  CHECK(may_be_port(drivers, 166, 3));
  CHECK(may_be_port(drivers, 136, 7));
  CHECK(may_be_port(drivers, 4, 250));
  CHECK(may_be_port(drivers, 188, 0));
  CHECK_FALSE(may_be_port(drivers, 4, 1));
  CHECK_FALSE(may_be_port(drivers, 5, 2));
  CHECK_FALSE(may_be_port(drivers, 128, 0));
  CHECK_FALSE(may_be_port(drivers, 1, 3));
  CHECK(may_be_port("", 1, 3));
  CHECK(may_be_port("nonsense\n", 1, 3));
}

TEST_CASE("a pty is a node that may be opened, by its name and by a link") {
  const PtyPair pty;
  const TemporaryFolder folder;
  folder.link("modem", pty.name());
  const auto node = examine(folder.path("modem"), {});
  REQUIRE(node);
  CHECK(node->path == folder.path("modem"));
  CHECK(node->id.real == pty.name());
  CHECK(node->id.pty);
}

TEST_CASE("a name without a node is no such port, and the ports that are there are named") {
  const TemporaryFolder folder;
  folder.file("dev/ttyS0");
  const PortProblem problem = problem_of("ttyUSB0", folder.roots());
  CHECK(problem.fault == PortFault::no_such_port);
  CHECK(problem.detail == "There is no " + folder.path("dev/ttyUSB0") + ".");
  CHECK_THAT(problem.advice, ContainsSubstring(folder.path("dev/ttyS0") + " (serial port)"));
}

TEST_CASE("a link to nowhere says where it points") {
  const TemporaryFolder folder;
  folder.link("modem", "/dev/pts/999999");
  const PortProblem problem = problem_of(folder.path("modem"));
  CHECK(problem.fault == PortFault::no_such_port);
  CHECK_THAT(problem.detail, ContainsSubstring("is a link to /dev/pts/999999, which is not there"));
}

TEST_CASE("names that can be none are refused in one sentence of bounded length") {
  const TemporaryFolder folder;
  folder.link("loop", folder.path("loop"));
  folder.file("file");
  const std::vector<std::string> names{"",
                                       std::string("ttyS0\0x", 7),
                                       std::string(5000, 'x'),
                                       "/" + std::string(5000, 'x'),
                                       folder.path("loop"),
                                       folder.path("file/tty")};
  for (const std::string& name : names) {
    CAPTURE(name);
    const PortProblem problem = problem_of(name, folder.roots());
    CHECK(problem.fault == PortFault::no_such_port);
    CHECK_FALSE(problem.detail.empty());
    CHECK(problem.detail.size() < 250);
    CHECK(problem.advice == "No serial port is here now.");
  }
}

TEST_CASE("what is no terminal is no serial port, and is said to be what it is") {
  const TemporaryFolder folder;
  folder.file("file", "kept");
  REQUIRE(::mkfifo(folder.path("fifo").c_str(), 0644) == 0);
  const std::vector<std::pair<std::string, std::string>> nodes{
      {folder.path(), "a directory"},
      {folder.path("file"), "a file"},
      {folder.path("fifo"), "a named pipe"},
      {"/dev/null", "no serial line or pseudo-terminal"},
      {"/dev/ptmx", "no serial line or pseudo-terminal"},
      {"/dev/tty", "no serial line or pseudo-terminal"},
  };
  for (const auto& [name, what] : nodes) {
    const PortProblem problem = problem_of(name);
    CHECK(problem.fault == PortFault::not_a_serial_port);
    CHECK(problem.detail == name + " is " + what + ", not a serial port.");
  }
}

TEST_CASE("a socket is no serial port") {
  const TemporaryFolder folder;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = folder.path("socket");
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  CHECK_THAT(problem_of(path).detail, ContainsSubstring("is a socket"));
  ::close(socket);
}
