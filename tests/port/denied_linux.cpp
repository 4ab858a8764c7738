// Who may open a port is decided by the kernel, so the words are tested on made-up nodes, and the whole way
// by a process that has dropped root.
#include "harness/port/advice_linux.hpp"
#include "harness/port/node_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/child.hpp"
#include "tests/port/pty_pair.hpp"
#include "tests/port/temporary.hpp"

#include <filesystem>
#include <grp.h>
#include <sys/ioctl.h>

using namespace dialbench::port;
using namespace dialbench::tests;

namespace {

constexpr uid_t nobody = 65534;

Node owned_by(uid_t owner, gid_t group, mode_t mode) {
  Node node;
  node.path = "/dev/ttyACM0";
  node.id.real = "/dev/ttyACM0";
  node.owner = owner;
  node.group = group;
  node.mode = S_IFCHR | mode;
  return node;
}

gid_t dialout() {
  const group* const entry = ::getgrnam("dialout");
  REQUIRE(entry != nullptr);
  return entry->gr_gid;
}

// What the probe says when it is run without root's powers; from a folder that everybody may enter.
std::string unprivileged_open(const std::string& port) {
  const TemporaryFolder folder;
  std::filesystem::copy_file(PORT_PROBE, folder.path("port-probe"));
  std::vector<std::string> command;
  if (::geteuid() == 0) command = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
  command.push_back(folder.path("port-probe"));
  command.push_back(port);
  Child probe(command);
  return probe.rest();
}

} // namespace

TEST_CASE("a group that would let us in is named, with the two commands") {
  const auto problem = denied(owned_by(12345, dialout(), 0660), EACCES);
  CHECK(problem.fault == dialbench::evidence::PortFault::denied);
  CHECK(problem.system_error == EACCES);
  CHECK(problem.detail == "/dev/ttyACM0 belongs to 12345:dialout (rw-rw----). You are not in dialout.");
  CHECK(problem.advice == "sudo usermod -aG dialout $USER\nnewgrp dialout   # or log out and in");
}

TEST_CASE("a group that has no access itself is not joined") {
  const auto problem = denied(owned_by(12345, dialout(), 0620), EACCES);
  CHECK_THAT(problem.detail, ContainsSubstring("12345:dialout (rw--w----). Its group has no access either."));
  CHECK_THAT(problem.advice, StartsWith("sudo chmod o+rw /dev/ttyACM0"));
}

TEST_CASE("a group without a name is shown by its number, and the mode is changed instead") {
  const auto problem = denied(owned_by(12345, 54321, 0660), EACCES);
  CHECK_THAT(problem.detail, ContainsSubstring("12345:54321"));
  CHECK_THAT(problem.advice, StartsWith("sudo chmod"));
}

TEST_CASE("an owner whom the mode keeps out needs no root") {
  const auto problem = denied(owned_by(::geteuid(), dialout(), 0000), EACCES);
  CHECK(problem.advice == "chmod u+rw /dev/ttyACM0");
}

TEST_CASE("where the mode lets us in, something else keeps us out") {
  const auto problem = denied(owned_by(12345, ::getegid(), 0660), EPERM);
  CHECK_THAT(problem.detail, ContainsSubstring("a container or a security policy does not"));
}

TEST_CASE("a process without root is told the group of the port that it may not open") {
  if (::geteuid() != 0) {
    WARN("needs root, to give the port away");
    return;
  }
  const PtyPair pty;
  REQUIRE(::chown(pty.name().c_str(), 0, dialout()) == 0);
  REQUIRE(::chmod(pty.name().c_str(), 0660) == 0);
  CHECK(unprivileged_open(pty.name()) ==
        "denied\n" + pty.name() +
            " belongs to root:dialout (rw-rw----). You are not in dialout.\n"
            "sudo usermod -aG dialout $USER\nnewgrp dialout   # or log out and in\n");
}

TEST_CASE("a process without root opens what is its own") {
  const PtyPair pty;
  if (::geteuid() == 0) REQUIRE(::chown(pty.name().c_str(), nobody, nobody) == 0);
  CHECK(unprivileged_open(pty.name()).substr(0, 5) == "open\n");
}

TEST_CASE("a process without root is told of a folder that it may not enter") {
  if (::geteuid() != 0) {
    WARN("needs root, to shut a folder before another user");
    return;
  }
  const PtyPair pty;
  const TemporaryFolder folder;
  folder.link("shut/modem", pty.name());
  REQUIRE(::chmod(folder.path("shut").c_str(), 0700) == 0);
  CHECK_THAT(unprivileged_open(folder.path("shut/modem")), StartsWith("denied\nA folder on the way to"));
}

TEST_CASE("a process without root is stopped by an exclusive owner whom it cannot see") {
  if (::geteuid() != 0) {
    WARN("needs root, to hide the owner");
    return;
  }
  const PtyPair pty;
  REQUIRE(::chmod(pty.name().c_str(), 0666) == 0);
  REQUIRE(::ioctl(pty.slave(), TIOCEXCL) == 0);
  CHECK(unprivileged_open(pty.name()) ==
        "in_use\nAnother program has " + pty.name() +
            " open for itself; which one cannot be seen from here.\nsudo fuser -v " + pty.name() + "\n");
}
