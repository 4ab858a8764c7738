#include "harness/emulator/serve/command.hpp"

#include "harness/emulator/serve/descendants.hpp"
#include "tests/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <csignal>
#include <fstream>
#include <optional>
#include <sched.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace dialbench;
using serve::Command;
using serve::with_port;
using serve::with_ports;
using serve::with_slot;

namespace {

std::optional<int> status_of(boost::asio::io_context& context, Command& command) {
  std::optional<int> status;
  boost::asio::co_spawn(context, command.wait(),
                        [&](const std::exception_ptr&, int ended) { status = ended; });
  context.run_for(std::chrono::seconds(20));
  return status;
}

// Between fork and exec a child of the shell still is the shell.
bool sleeps_below(pid_t pid) {
  for (const pid_t each : serve::descendants(pid)) {
    std::ifstream name("/proc/" + std::to_string(each) + "/comm");
    std::string program;
    if (std::getline(name, program) && program == "sleep") return true;
  }
  return false;
}

} // namespace

TEST_CASE("the port's name stands wherever the command asks for it, quoted where a shell needs it") {
  CHECK(with_port("chat <{port} >{port}", "/dev/pts/3") == "chat </dev/pts/3 >/dev/pts/3");
  CHECK(with_port("dial {port}", "/tmp/my modem") == "dial '/tmp/my modem'");
  CHECK(with_port("dial {port}", "/tmp/it's") == "dial '/tmp/it'\\''s'");
  CHECK(with_port("dial {por} {", "/tmp/x") == "dial {por} {");
}

TEST_CASE("braces behind a dollar sign are a variable of the shell's") {
  CHECK(with_port("port=x; echo ${port} \"${port}\" {port}", "/tmp/x") ==
        "port=x; echo ${port} \"${port}\" /tmp/x");
  CHECK(with_port("${port}", "/tmp/x") == "${port}");
  CHECK(with_port("{port}{port}$ {port}$", "/tmp/x") == "/tmp/x/tmp/x$ /tmp/x$");
  CHECK(with_slot("number=1; dial ${number}{number}", "{number}", "555") == "number=1; dial ${number}555");
  CHECK(with_ports("${port} ${port1} ${port2} {port2}{port1}", {"/a", "/b"}) ==
        "${port} ${port1} ${port2} /b/a");
}

TEST_CASE("a command ends with its own status, or with the signal that ended it") {
  boost::asio::io_context context{1};
  auto ended = Command::start(context.get_executor(), "exit 7", "/dev/null");
  REQUIRE(ended);
  CHECK(status_of(context, **ended) == 7);
  context.restart();
  auto killed = Command::start(context.get_executor(), "kill -TERM $$", "/dev/null");
  REQUIRE(killed);
  CHECK(status_of(context, **killed) == 128 + SIGTERM);
}

TEST_CASE("the port stands in the command's environment") {
  boost::asio::io_context context{1};
  auto command = Command::start(context.get_executor(), "test \"$DIALBENCH_PORT\" = /tmp/x", "/tmp/x");
  REQUIRE(command);
  CHECK(status_of(context, **command) == 0);
}

TEST_CASE("a signal reaches the command") {
  boost::asio::io_context context{1};
  auto command = Command::start(context.get_executor(), "exec sleep 1000", "");
  REQUIRE(command);
  (*command)->signal(SIGTERM);
  CHECK(status_of(context, **command) == 128 + SIGTERM);
  (*command)->signal(SIGTERM); // it has ended: nothing happens
}

TEST_CASE("a signal reaches what the command's shell has started") {
  boost::asio::io_context context{1};
  // The shell outlives the signal: only its child's end lets it go on.
  auto command =
      Command::start(context.get_executor(), "exec 2>/dev/null; trap : TERM; sleep 1000; exit 7", "");
  REQUIRE(command);
  while (!sleeps_below(::getpid())) ::sched_yield();
  (*command)->signal(SIGTERM);
  CHECK(status_of(context, **command) == 7);
}

TEST_CASE("a command that is still running when nobody wants it any more is gone, and is no zombie") {
  boost::asio::io_context context{1};
  { auto command = Command::start(context.get_executor(), "exec sleep 1000", ""); }
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}
