#include "harness/port/advice_linux.hpp"
#include "harness/port/node_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/temporary.hpp"

#include <sstream>
#include <unistd.h>

using namespace dialbench::port;
using dialbench::evidence::PortFault;
using dialbench::tests::TemporaryFolder;

namespace {

Node usb_modem(const TemporaryFolder& folder) {
  folder.file("sys/devices/usb1/idVendor", "0572");
  folder.file("sys/devices/usb1/idProduct", "1340");
  folder.link("sys/class/tty/ttyACM0/device", folder.path("sys/devices/usb1"));
  Node node;
  node.path = "/dev/ttyACM0";
  node.id.real = "/dev/ttyACM0";
  return node;
}

Node uart() {
  Node node;
  node.path = "/dev/ttyS0";
  node.id.real = "/dev/ttyS0";
  return node;
}

Claimant opener(int pid, const std::string& program) { return {{pid, program}, ""}; }

} // namespace

TEST_CASE("ModemManager is named with the udev rule that keeps it off this very modem") {
  const TemporaryFolder folder;
  const auto problem = in_use(usb_modem(folder), {opener(812, "ModemManager")}, EBUSY, folder.roots());
  CHECK(problem.fault == PortFault::in_use);
  CHECK(problem.detail ==
        "ModemManager (pid 812) has /dev/ttyACM0 open. It tries every new modem for a while "
        "after plug-in.");
  CHECK(problem.advice ==
        "# To keep it off this modem for good; plug the modem in again afterwards:\n"
        "sudo tee /etc/udev/rules.d/78-dialbench.rules <<'END'\n"
        "ATTRS{idVendor}==\"0572\", ATTRS{idProduct}==\"1340\", ENV{ID_MM_DEVICE_IGNORE}=\"1\"\n"
        "END\n"
        "sudo udevadm control --reload");
}

TEST_CASE("a port that is not on USB is kept from ModemManager by its name") {
  const TemporaryFolder folder;
  const auto problem = in_use(uart(), {opener(812, "ModemManager")}, EBUSY, folder.roots());
  CHECK_THAT(problem.advice, ContainsSubstring("KERNEL==\"ttyS0\", ENV{ID_MM_PORT_IGNORE}=\"1\""));
}

TEST_CASE("brltty and the gettys have commands of their own") {
  const TemporaryFolder folder;
  CHECK_THAT(in_use(uart(), {opener(5, "brltty")}, EBUSY, folder.roots()).advice,
             StartsWith("sudo systemctl mask --now brltty-udev.service\n# or: sudo apt remove brltty"));
  const auto program = GENERATE(as<std::string>{}, "agetty", "getty", "mgetty");
  const auto problem = in_use(uart(), {opener(5, program)}, EBUSY, folder.roots());
  CHECK(problem.detail == program + " (pid 5) has /dev/ttyS0 open.");
  CHECK(problem.advice == "sudo systemctl stop serial-getty@ttyS0.service");
}

TEST_CASE("another program is named with its lock file and with the way to end it") {
  const TemporaryFolder folder;
  const auto problem = in_use(uart(), {{{77, "minicom"}, "/var/lock/LCK..ttyS0"}}, EBUSY, folder.roots());
  CHECK(problem.detail == "minicom (pid 77) has locked /dev/ttyS0 (/var/lock/LCK..ttyS0).");
  CHECK(problem.advice == "# Close the port there, or end that program:\nkill 77");
}

TEST_CASE("this program is not told to kill itself") {
  const TemporaryFolder folder;
  const auto problem = in_use(uart(), {opener(::getpid(), "dialbench")}, EBUSY, folder.roots());
  CHECK(problem.detail == "This program itself has /dev/ttyS0 open.");
  CHECK(problem.advice.empty());
}

TEST_CASE("several are named once each, the service first, and not more than three") {
  const TemporaryFolder folder;
  const auto problem = in_use(uart(),
                              {opener(1, "a"), opener(1, "a"), opener(2, "b"), opener(3, "c"), opener(4, "d"),
                               opener(9, "ModemManager")},
                              EBUSY, folder.roots());
  CHECK(problem.detail ==
        "ModemManager (pid 9) has /dev/ttyS0 open. It tries every new modem for a while after "
        "plug-in. a (pid 1) has /dev/ttyS0 open. b (pid 2) has /dev/ttyS0 open.");
}

TEST_CASE("the ports that are there are listed in lines of a terminal's width, and not without end") {
  const TemporaryFolder folder;
  for (int i = 0; i < 40; ++i) folder.file("dev/ttyUSB" + std::to_string(i));
  std::istringstream lines(advice_for_missing(folder.roots()));
  int count = 0;
  std::string last;
  for (std::string line; std::getline(lines, line); ++count) {
    CHECK(line.size() < 80);
    last = line;
  }
  CHECK(count > 1);
  CHECK(count < 12);
  CHECK_THAT(last, ContainsSubstring("and more"));
}

TEST_CASE("a USB port is listed with its numbers") {
  const TemporaryFolder folder;
  usb_modem(folder);
  folder.file("dev/ttyACM0");
  folder.link("sys/devices/usb1/driver", "../../bus/usb/drivers/cdc_acm");
  CHECK(advice_for_missing(folder.roots()) ==
        "Ports here now:\n  " + folder.path("dev/ttyACM0") + " (0572:1340, USB modem (cdc_acm))");
}

TEST_CASE("where a port is missing and brltty runs, it is suspected") {
  const TemporaryFolder folder;
  folder.file("proc/61/comm", "brltty\n");
  CHECK_THAT(advice_for_missing(folder.roots()), ContainsSubstring("# brltty (pid 61)"));
  CHECK_THAT(advice_for_missing(folder.roots()), ContainsSubstring("sudo apt remove brltty"));
}
