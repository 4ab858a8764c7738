#include "harness/port/holders_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/child.hpp"
#include "tests/port/pty_pair.hpp"
#include "tests/port/temporary.hpp"

#include <sys/inotify.h>
#include <unistd.h>

using namespace dialbench::port;
using namespace dialbench::tests;

namespace {

Node real_line(const TemporaryFolder& folder) {
  Node node;
  node.path = folder.path("dev/ttyS0");
  node.id = {node.path, 0, 0, false};
  return node;
}

void has_open(const TemporaryFolder& folder, int pid, const std::string& program) {
  const std::string process = "proc/" + std::to_string(pid);
  folder.file(process + "/comm", program + "\n");
  folder.link(process + "/fd/3", folder.path("dev/ttyS0"));
}

Node pty_node(const PtyPair& pty) {
  Node node;
  node.path = pty.name();
  node.id = identify(pty.name());
  return node;
}

std::vector<Claimant> rivals_of(const Node& node, const Roots& roots) {
  Look look(roots);
  return rivals(node, look, roots);
}

// A process of a small /proc, as rivals() sees one that has the pty open as descriptor 3.
void keeps_pty(const TemporaryFolder& folder, int pid, const std::string& program, const PtyPair& pty) {
  const std::string process = "proc/" + std::to_string(pid);
  folder.file(process + "/comm", program + "\n");
  folder.link(process + "/exe", "/usr/sbin/" + program);
  folder.link(process + "/fd/0", "/dev/null");
  folder.link(process + "/fd/3", pty.name());
}

// What is read of a folder while this exists.
class Watched {
 public:
  explicit Watched(const std::string& path)
      : events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    REQUIRE(::inotify_add_watch(events_, path.c_str(), IN_OPEN) >= 0);
  }
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;
  ~Watched() { ::close(events_); }

  // Since the last time that it was asked.
  bool was_opened() {
    char events[4096];
    bool any = false;
    while (::read(events_, events, sizeof events) > 0) any = true;
    return any;
  }

 private:
  int events_;
};

} // namespace

TEST_CASE("on a real line whoever has it open is a rival, locked or not") {
  const TemporaryFolder folder;
  has_open(folder, 812, "cat");
  const auto found = rivals_of(real_line(folder), folder.roots());
  REQUIRE(found.size() == 1);
  CHECK(found[0].who == Holder{812, "cat"});
  CHECK(found[0].lock_file.empty());
}

TEST_CASE("the owner of a lock file is a rival though it has nothing open") {
  const TemporaryFolder folder;
  Child holder({"cat"});
  folder.file("lock/LCK..ttyS0", std::to_string(holder.pid()));
  const auto found = rivals_of(real_line(folder), folder.roots());
  REQUIRE(found.size() == 1);
  CHECK(found[0].who.pid == holder.pid());
  CHECK(found[0].lock_file == folder.path("lock/LCK..ttyS0"));
}

TEST_CASE("a free line has no rivals, nor has one where nothing can be seen") {
  const TemporaryFolder folder;
  CHECK(rivals_of(real_line(folder), folder.roots()).empty());
  CHECK(holders("/dev/ttyS0", folder.roots()).empty());
}

TEST_CASE("the far end of a pty is neither rival nor holder") {
  const PtyPair pty;
  CHECK(rivals_of(pty_node(pty), {}).empty());
  CHECK(holders(pty.name()).empty());
}

TEST_CASE("a program that keeps a pty open is its holder, and no rival until it claims it") {
  const PtyPair pty;
  Child keeper({"sh", "-c", "exec <" + pty.name() + "; echo ready; read end"});
  REQUIRE(keeper.line() == "ready");
  CHECK(rivals_of(pty_node(pty), {}).empty());
  CHECK_FALSE(holders(pty.name()).empty());
}

TEST_CASE("a pty that is somebody's terminal is theirs") {
  const PtyPair pty;
  Child shell({"sh", "-c", "exec setsid -c sh -c 'echo ready >&3; read end' 3>&1 <" + pty.name()});
  REQUIRE(shell.line() == "ready");
  const auto found = rivals_of(pty_node(pty), {});
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].who.pid == shell.pid());
}

TEST_CASE("a free pty is had without a walk through the descriptors of others") {
  const PtyPair pty;
  const TemporaryFolder folder;
  keeps_pty(folder, 812, "cat", pty);
  Watched descriptors(folder.path("proc/812/fd"));
  CHECK(rivals_of(pty_node(pty), folder.roots()).empty());
  CHECK_FALSE(descriptors.was_opened());
  // Who may have a claim is looked at, and so is everybody once the port is known to be taken.
  keeps_pty(folder, 812, "ModemManager", pty);
  CHECK(rivals_of(pty_node(pty), folder.roots()).size() == 1);
  CHECK(descriptors.was_opened());
  keeps_pty(folder, 812, "cat", pty);
  CHECK(claimants(pty_node(pty), folder.roots()).size() == 1);
  CHECK(descriptors.was_opened());
}

TEST_CASE("a service whose program was updated while it runs is still a rival") {
  const PtyPair pty;
  const TemporaryFolder folder;
  keeps_pty(folder, 812, "brltty", pty);
  folder.link("proc/812/exe", "/usr/sbin/brltty (deleted)");
  const auto found = rivals_of(pty_node(pty), folder.roots());
  REQUIRE(found.size() == 1);
  CHECK(found[0].who == Holder{812, "brltty"});
}

TEST_CASE("one look at the processes serves for many ports") {
  const PtyPair pty, other;
  const TemporaryFolder folder;
  keeps_pty(folder, 812, "cat", pty);
  Look look(folder.roots());
  Watched processes(folder.path("proc"));
  CHECK(rivals(pty_node(pty), look, folder.roots()).empty());
  CHECK(processes.was_opened());
  CHECK(rivals(pty_node(other), look, folder.roots()).empty());
  CHECK_FALSE(processes.was_opened());
}

TEST_CASE("the owner of a flock is named from the kernel's list") {
  const PtyPair pty;
  Child locker({"flock", pty.name(), "sh", "-c", "echo ready; read end"});
  REQUIRE(locker.line() == "ready");
  const auto found = claimants(pty_node(pty), {});
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].who == Holder{locker.pid(), "flock"});
}

TEST_CASE("a flock that has outlived the process that took it names nobody by that process") {
  const PtyPair pty;
  // flock(1) takes the lock on the shell's descriptor and ends.
  Child keeper({"sh", "-c", "exec 9<" + pty.name() + "; flock 9; echo ready; read end"});
  REQUIRE(keeper.line() == "ready");
  const auto found = claimants(pty_node(pty), {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].who.pid == keeper.pid());
}
