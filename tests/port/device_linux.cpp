// The device in this process on ptys, and in the probe under the preload shim, where a pty has the lines, the
// break and the counters of a UART.
#include "harness/port/device.hpp"
#include "harness/port/process_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/child.hpp"
#include "tests/port/modem_lines_file.hpp"
#include "tests/port/pty_pair.hpp"
#include "tests/port/temporary.hpp"

#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/sysmacros.h>

using namespace dialbench;
using namespace dialbench::tests;
using evidence::PortFault;
using port::open_device;

namespace {

// The machine as it is, with a lock directory of the test's own.
port::Roots here(const TemporaryFolder& folder) {
  folder.folder("lock");
  port::Roots roots;
  roots.lock = folder.path("lock");
  return roots;
}

port::Settings settings_for(const std::string& name) {
  port::Settings settings;
  settings.name = name;
  return settings;
}

std::string pts_lock(const TemporaryFolder& folder, const PtyPair& pty) {
  return folder.path("lock/LCK..pts_" + pty.name().substr(pty.name().rfind('/') + 1));
}

bool is_exclusive(const PtyPair& pty) {
  int exclusive = 0;
  return ::ioctl(pty.slave(), TIOCGEXCL, &exclusive) == 0 && exclusive != 0;
}

bool is_flocked(const PtyPair& pty) {
  const bool taken = ::flock(pty.slave(), LOCK_EX | LOCK_NB) != 0;
  if (!taken) ::flock(pty.slave(), LOCK_UN);
  return taken;
}

evidence::PortProblem problem_of(const port::OpenedDevice& device) {
  REQUIRE_FALSE(device);
  return device.error();
}

} // namespace

TEST_CASE("an open port is claimed in every way, and given back in every way") {
  const PtyPair pty;
  const TemporaryFolder folder;
  const termios before = pty.settings();
  {
    const auto device = open_device(settings_for(pty.name()), here(folder));
    REQUIRE(device);
    CHECK(is_exclusive(pty));
    CHECK(is_flocked(pty));
    CHECK(std::filesystem::exists(pts_lock(folder, pty)));
    CHECK(pty.settings().c_lflag == 0);
  }
  CHECK_FALSE(is_exclusive(pty));
  CHECK_FALSE(is_flocked(pty));
  CHECK_FALSE(std::filesystem::exists(pts_lock(folder, pty)));
  CHECK(pty.settings().c_lflag == before.c_lflag);
}

TEST_CASE("giving back twice is giving back once, and then nothing answers") {
  const PtyPair pty;
  const TemporaryFolder folder;
  const auto device = open_device(settings_for(pty.name()), here(folder));
  REQUIRE(device);
  (*device)->give_back();
  (*device)->give_back();
  CHECK_FALSE(is_flocked(pty));
  CHECK_FALSE((*device)->set_break(true));
  CHECK_FALSE((*device)->lines());
}

TEST_CASE("a second open is refused, and the first is not harmed") {
  const PtyPair pty;
  const TemporaryFolder folder;
  const auto first = open_device(settings_for(pty.name()), here(folder));
  REQUIRE(first);
  const auto problem = problem_of(open_device(settings_for(pty.name()), here(folder)));
  CHECK(problem.fault == PortFault::in_use);
  CHECK_THAT(problem.detail, ContainsSubstring("This program itself has " + pty.name() + " open."));
  CHECK(is_exclusive(pty));
  CHECK(is_flocked(pty));
  CHECK(std::filesystem::exists(pts_lock(folder, pty)));
  CHECK(pty.settings().c_lflag == 0);
}

TEST_CASE("a flock of another program is respected, and its owner named") {
  const PtyPair pty;
  const TemporaryFolder folder;
  Child locker({"flock", pty.name(), "sh", "-c", "echo ready; read end"});
  REQUIRE(locker.line() == "ready");
  const auto problem = problem_of(open_device(settings_for(pty.name()), here(folder)));
  CHECK(problem.fault == PortFault::in_use);
  CHECK_THAT(problem.detail,
             StartsWith("flock (pid " + std::to_string(locker.pid()) + ") has " + pty.name()));
  CHECK((pty.settings().c_lflag & ECHO) != 0);
}

TEST_CASE("the exclusive flag is respected by root too, and a program that has the port is named") {
  const PtyPair pty;
  const TemporaryFolder folder;
  Child holder({"sh", "-c", "exec <" + pty.name() + "; echo ready; read end"});
  REQUIRE(holder.line() == "ready");
  REQUIRE(::ioctl(pty.slave(), TIOCEXCL) == 0);
  const auto problem = problem_of(open_device(settings_for(pty.name()), here(folder)));
  CHECK(problem.fault == PortFault::in_use);
  CHECK_THAT(problem.detail, ContainsSubstring("(pid " + std::to_string(holder.pid()) + ")"));
  CHECK(is_exclusive(pty));
}

TEST_CASE("an exclusive flag that a dead owner left behind is taken over") {
  const PtyPair pty;
  const TemporaryFolder folder;
  Child dead({"true"});
  const pid_t dead_pid = dead.pid();
  dead.wait();
  std::ofstream(folder.path("left")) << dead_pid;
  const port::Roots roots = here(folder);
  std::filesystem::rename(folder.path("left"), pts_lock(folder, pty));
  REQUIRE(::ioctl(pty.slave(), TIOCEXCL) == 0);
  if (::geteuid() != 0) {
    WARN("needs root, whom the flag does not stop at open");
    return;
  }
  CHECK(open_device(settings_for(pty.name()), roots));
  CHECK_FALSE(is_exclusive(pty));
}

TEST_CASE("the lock file of a living process is respected before the port is opened") {
  const PtyPair pty;
  const TemporaryFolder folder;
  const port::Roots roots = here(folder);
  Child holder({"sh", "-c", "echo ready; read end"});
  REQUIRE(holder.line() == "ready");
  std::ofstream(pts_lock(folder, pty)) << holder.pid() << '\n';
  const auto problem = problem_of(open_device(settings_for(pty.name()), roots));
  CHECK(problem.fault == PortFault::in_use);
  CHECK(problem.detail == "sh (pid " + std::to_string(holder.pid()) + ") has locked " + pty.name() + " (" +
                              pts_lock(folder, pty) + ").");
  CHECK(std::filesystem::exists(pts_lock(folder, pty)));
}

TEST_CASE("a service that holds a pty without any lock is named with the way to stop it") {
  const PtyPair pty;
  const TemporaryFolder folder;
  folder.folder("bin");
  std::filesystem::copy_file(std::filesystem::canonical("/bin/sh"), folder.path("bin/ModemManager"));
  Child service({folder.path("bin/ModemManager"), "-c", "exec 9<" + pty.name() + "; echo ready; read end"});
  REQUIRE(service.line() == "ready");
  const auto problem = problem_of(open_device(settings_for(pty.name()), here(folder)));
  CHECK(problem.fault == PortFault::in_use);
  CHECK_THAT(problem.detail, StartsWith("ModemManager (pid " + std::to_string(service.pid()) + ") has"));
  CHECK_THAT(problem.advice, ContainsSubstring("sudo udevadm control --reload"));
}

TEST_CASE("a pty takes every format, since it sends no bits") {
  const PtyPair pty;
  const TemporaryFolder folder;
  const auto format = GENERATE(as<std::string>{}, "8N1", "7E1", "7O1", "8E1", "8O1", "8N2");
  port::Settings settings = settings_for(pty.name());
  settings.format = *port::parse_format(format);
  CHECK(open_device(settings, here(folder)));
}

TEST_CASE("a node without a device behind it is gone, not missing") {
  const TemporaryFolder folder;
  // The last of the 8250 slots, and a pseudo-terminal that nobody made.
  const auto number = GENERATE(makedev(4, 255), makedev(136, 4000));
  if (::mknod(folder.path("node").c_str(), S_IFCHR | 0600, number) != 0) {
    WARN("needs the right to make nodes");
    return;
  }
  const auto problem = problem_of(open_device(settings_for(folder.path("node")), here(folder)));
  CHECK(problem.fault == PortFault::gone);
  CHECK_THAT(problem.detail,
             StartsWith(folder.path("node") + " is there, but no device answers behind it: "));
}

TEST_CASE("no rate at all is refused, and nothing stays changed or locked") {
  const PtyPair pty;
  const TemporaryFolder folder;
  port::Settings settings = settings_for(pty.name());
  settings.rate = 0;
  CHECK(problem_of(open_device(settings, here(folder))).fault == PortFault::refused_settings);
  CHECK((pty.settings().c_lflag & ECHO) != 0);
  CHECK_FALSE(is_flocked(pty));
  CHECK_FALSE(is_exclusive(pty));
}

namespace {

std::string first_lines(Child& probe, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += probe.line() + "\n";
  return text;
}

} // namespace

TEST_CASE("under the shim: DTR and RTS follow the policy, and fall on close") {
  const PtyPair pty;
  const ModemLinesFile lines;
  const auto [dtr, rts] =
      GENERATE(table<bool, bool>({{true, true}, {false, true}, {true, false}, {false, false}}));
  Child probe({PORT_PROBE, pty.name(), "--dtr", dtr ? "on" : "off", "--rts", rts ? "on" : "off"},
              lines.environment(MODEM_LINES_SHIM));
  REQUIRE(probe.line() == "open");
  CHECK(lines->from_computer == ((dtr ? TIOCM_DTR : 0U) | (rts ? TIOCM_RTS : 0U)));
  CHECK(probe.ask("dtr off") == "done");
  CHECK((lines->from_computer & TIOCM_DTR) == 0);
  CHECK(probe.ask("dtr on") == "done");
  CHECK(probe.ask("close") == "done");
  CHECK(lines->from_computer == 0);
  CHECK(lines->dtr_drops == (dtr ? 2 : 1));
}

TEST_CASE("under the shim: what the modem does with its lines is seen") {
  const PtyPair pty;
  const ModemLinesFile lines;
  Child probe({PORT_PROBE, pty.name()}, lines.environment(MODEM_LINES_SHIM));
  REQUIRE(probe.line() == "open");
  CHECK(probe.ask("lines") == "dcd dsr cts ri");
  lines->from_modem = TIOCM_CAR | TIOCM_DSR | TIOCM_CTS;
  CHECK(probe.ask("lines") == "DCD DSR CTS ri");
  lines->from_modem = TIOCM_RI;
  CHECK(probe.ask("lines") == "dcd dsr cts RI");
}

TEST_CASE("under the shim: errors are counted from open on, over a reopen too") {
  const PtyPair pty;
  const ModemLinesFile lines;
  lines->overrun = 100;
  Child probe({PORT_PROBE, pty.name()}, lines.environment(MODEM_LINES_SHIM));
  REQUIRE(probe.line() == "open");
  CHECK(probe.ask("uart") == "0 0 0 0");
  lines->overrun = 103;
  lines->buffer_overrun = 1;
  lines->framing = 2;
  lines->breaks = 5;
  CHECK(probe.ask("uart") == "4 2 0 5");
  CHECK(probe.ask("reopen") == "done");
  lines->overrun = 104;
  CHECK(probe.ask("uart") == "5 2 0 5");
}

TEST_CASE("under the shim: a break is begun and ended, and none is left on by closing") {
  const PtyPair pty;
  const ModemLinesFile lines;
  Child probe({PORT_PROBE, pty.name()}, lines.environment(MODEM_LINES_SHIM));
  REQUIRE(probe.line() == "open");
  CHECK(probe.ask("break on") == "done");
  CHECK(lines->break_on == 1);
  CHECK(probe.ask("break off") == "done");
  CHECK(lines->break_on == 0);
  CHECK(probe.ask("break on") == "done");
  CHECK(probe.ask("close") == "done");
  CHECK(lines->break_on == 0);
  CHECK(lines->breaks_begun == 2);
}

TEST_CASE("under the shim: a rate that the driver does not reach is refused with the one it offers") {
  const PtyPair pty;
  const ModemLinesFile lines;
  lines->fastest = 115200;
  Child probe({PORT_PROBE, pty.name(), "--rate", "230400"}, lines.environment(MODEM_LINES_SHIM));
  CHECK(first_lines(probe, 3) ==
        "refused_settings\n" + pty.name() +
            ": The driver makes no 230400 bit/s; it offers 115200.\n--speed 115200\n");
  CHECK(probe.wait() == 1);
  CHECK((pty.settings().c_lflag & ECHO) != 0);
}

TEST_CASE("under the shim: a rate that the UART's divider misses is refused though the driver reports it") {
  const PtyPair pty;
  const ModemLinesFile lines;
  lines->base_rate = 115200;
  Child probe({PORT_PROBE, pty.name(), "--rate", "33600"}, lines.environment(MODEM_LINES_SHIM));
  CHECK(first_lines(probe, 3) == "refused_settings\n" + pty.name() +
                                     ": The driver makes no 33600 bit/s; it offers 38400.\n--speed 38400\n");
}

TEST_CASE("under the shim: a line that has bits must take the format") {
  const PtyPair pty;
  const ModemLinesFile lines;
  const bool driver_takes_it = GENERATE(true, false);
  lines->keeps_format = driver_takes_it ? 1 : 0;
  Child probe({PORT_PROBE, pty.name(), "--format", "7E1"}, lines.environment(MODEM_LINES_SHIM));
  if (driver_takes_it) {
    CHECK(probe.line() == "open");
  } else {
    CHECK(first_lines(probe, 2) ==
          "refused_settings\n" + pty.name() + ": The driver does not do 7E1; it stays at 8N1.\n");
  }
}
