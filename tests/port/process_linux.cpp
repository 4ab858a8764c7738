#include "harness/port/process_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/child.hpp"
#include "tests/port/pty_pair.hpp"
#include "tests/port/temporary.hpp"

#include <algorithm>
#include <ctime>

using namespace dialbench::port;
using namespace dialbench::tests;

TEST_CASE("this process is alive, has a name and started before now") {
  CHECK(is_alive(::getpid(), {}));
  CHECK(program_of(::getpid(), {}) == "tests-port");
  const auto started = started_at(::getpid(), {});
  REQUIRE(started);
  CHECK(*started <= std::time(nullptr) + 2);
  CHECK(*started > std::time(nullptr) - 3600);
}

TEST_CASE("a process that has ended is not alive, reaped or not") {
  Child child({"true"});
  const pid_t pid = child.pid();
  CHECK(child.line() == "(end)");
  siginfo_t ended{};
  REQUIRE(::waitid(P_PID, static_cast<id_t>(pid), &ended, WEXITED | WNOWAIT) == 0);
  CHECK_FALSE(is_alive(pid, {}));
  child.wait();
  CHECK_FALSE(is_alive(pid, {}));
  CHECK_FALSE(is_alive(0, {}));
  CHECK_FALSE(is_alive(-1, {}));
}

TEST_CASE("whoever has the node open is found by the links of /proc") {
  const TemporaryFolder folder;
  folder.file("proc/812/comm", "ModemManager\n");
  folder.link("proc/812/fd/7", "/dev/ttyACM0");
  folder.file("proc/90/comm", "bash\n");
  folder.link("proc/90/fd/0", "/dev/ttyACM1");
  folder.folder("proc/acpi");
  const NodeId node{"/dev/ttyACM0", 0, 0, false};
  const auto found = openers(node, folder.roots());
  REQUIRE(found.size() == 1);
  CHECK(found[0].who == Holder{812, "ModemManager"});
  CHECK_FALSE(found[0].far_end);
}

TEST_CASE("without a /proc nobody is found") {
  const TemporaryFolder folder;
  CHECK(openers({"/dev/ttyS0", 0, 0, false}, folder.roots()).empty());
  CHECK_FALSE(started_at(::getpid(), folder.roots()));
}

TEST_CASE("the process that has a pty's master is its far end") {
  const PtyPair pty;
  const auto found = openers(identify(pty.name()), {});
  // Another devpts may have a pty of the same number, and who has its master is found as well.
  const auto ours = std::ranges::find_if(found, [](const Opener& one) { return one.who.pid == ::getpid(); });
  REQUIRE(ours != found.end());
  CHECK(ours->far_end);
}

TEST_CASE("a pty of the same name and number in another container is another pty") {
  const PtyPair pty;
  NodeId elsewhere = identify(pty.name());
  REQUIRE(opener(::getpid(), elsewhere, {}));
  ++elsewhere.filesystem;
  CHECK_FALSE(opener(::getpid(), elsewhere, {}));
  CHECK_FALSE(may_have_as_terminal({1, "sh", {identify(pty.name())}}, elsewhere));
}

TEST_CASE("a process with the slave alone is no far end, whether it is its terminal is known") {
  const PtyPair pty;
  const bool as_terminal = GENERATE(false, true);
  const std::string session = as_terminal ? "setsid -c " : "";
  Child reader({"sh", "-c", "exec " + session + "sh -c 'echo ready >&3; read end' 3>&1 <" + pty.name()});
  REQUIRE(reader.line() == "ready");
  bool seen = false;
  for (const Opener& one : openers(identify(pty.name()), {})) {
    if (one.who.pid != reader.pid()) continue;
    seen = true;
    CHECK_FALSE(one.far_end);
    CHECK(one.terminal == as_terminal);
  }
  CHECK(seen);
}

TEST_CASE("what a few links tell: the program, and the pseudo-terminals of its input and its messages") {
  const PtyPair pty;
  const TemporaryFolder folder;
  folder.file("proc/10/comm", "bash\n");
  folder.link("proc/10/exe", "/usr/bin/bash");
  folder.link("proc/10/fd/0", pty.name());
  folder.file("proc/11/comm", "make\n");
  folder.link("proc/11/exe", "/usr/bin/make");
  folder.link("proc/11/fd/0", "/dev/null");
  folder.link("proc/11/fd/2", pty.name());
  folder.file("proc/12/comm", "ModemManager\n");
  folder.link("proc/12/exe", "/usr/sbin/ModemManager (deleted)");
  folder.link("proc/12/fd/0", "/dev/null");
  folder.link("proc/12/fd/1", pty.name());
  folder.folder("proc/13"); // a thread of the kernel
  folder.link("proc/" + std::to_string(::getpid()) + "/exe", "/proc/self/exe");
  const NodeId node = identify(pty.name());
  auto all = seen_processes(folder.roots());
  std::ranges::sort(all, {}, &Seen::pid);
  REQUIRE(all.size() == 3);
  CHECK(all[0].program == "bash");
  CHECK(may_have_as_terminal(all[0], node));
  CHECK(may_have_as_terminal(all[1], node));
  CHECK(all[2].program == "ModemManager");
  CHECK_FALSE(may_have_as_terminal(all[2], node));
  const PtyPair other;
  CHECK_FALSE(may_have_as_terminal(all[0], identify(other.name())));
}
