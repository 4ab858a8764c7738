#include "harness/emulator/serve/child.hpp"

#include "tests/catch.hpp"
#include "tests/serve/scratch.hpp"

#include <signal.h>
#include <sys/wait.h>

#include <cerrno>

using namespace dialbench;
using serve::Child;

namespace {

void wait_for_end(Child& child) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!child.ended() && std::chrono::steady_clock::now() < give_up) child.wait(100);
}

} // namespace

TEST_CASE("a program that is not there is known at once") {
  const auto child = Child::start({"no-such-program-of-dialbench"}, "/");
  REQUIRE_FALSE(child);
  REQUIRE(child.error() == ENOENT);
  REQUIRE(::waitpid(-1, nullptr, WNOHANG) == -1); // nor is it left behind as a zombie
}

TEST_CASE("a child that ends leaves its last words") {
  auto child = Child::start({"sh", "-c", "echo it is broken >&2; exit 1"}, "/");
  REQUIRE(child);
  wait_for_end(*child);
  REQUIRE(child->ended());
  REQUIRE(child->last_words() == "it is broken\n");
}

TEST_CASE("a child runs in its folder, in a process group of its own") {
  const tests::Scratch scratch;
  auto child = Child::start({"sh", "-c", "pwd >&2; exec sleep 1000"}, scratch.path());
  REQUIRE(child);
  child->wait(20000);
  REQUIRE_FALSE(child->ended());
  REQUIRE(child->last_words() == scratch.path() + "\n");
  REQUIRE(::getpgid(child->pid()) == child->pid());
  const auto pid = child->pid();
  child->kill();
  REQUIRE(::kill(pid, 0) == -1);
  REQUIRE(errno == ESRCH);
}

TEST_CASE("a child is gone when its owner is") {
  pid_t pid = 0;
  {
    auto child = Child::start({"sleep", "1000"}, "/");
    REQUIRE(child);
    const Child owner(std::move(*child));
    pid = owner.pid();
    REQUIRE(pid > 0);
  }
  REQUIRE(::kill(pid, 0) == -1);
  REQUIRE(::waitpid(-1, nullptr, WNOHANG) == -1);
}
