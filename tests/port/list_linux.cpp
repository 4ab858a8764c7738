#include "harness/port/list.hpp"
#include "tests/catch.hpp"
#include "tests/port/temporary.hpp"

using namespace dialbench::port;
using dialbench::tests::TemporaryFolder;

namespace {

void uart(const TemporaryFolder& folder, const std::string& name, const std::string& type) {
  folder.file("dev/" + name);
  folder.file("sys/class/tty/" + name + "/type", type + "\n");
  folder.folder("sys/devices/pnp0/" + name);
  folder.link("sys/class/tty/" + name + "/device", folder.path("sys/devices/pnp0/" + name));
}

void usb(const TemporaryFolder& folder, const std::string& name, const std::string& vendor,
         const std::string& text, const std::string& driver) {
  const std::string device = "sys/devices/usb1/" + name;
  folder.file("dev/" + name);
  folder.file(device + "/idVendor", vendor);
  folder.file(device + "/idProduct", "1340");
  folder.file(device + "/product", text);
  folder.folder(device + "/if");
  folder.link(device + "/if/driver", "../../../../bus/usb/drivers/" + driver);
  folder.link("sys/class/tty/" + name + "/device", folder.path(device + "/if"));
}

Listed only(const TemporaryFolder& folder) {
  const auto ports = list_ports(folder.roots());
  REQUIRE(ports.size() == 1);
  return ports.front();
}

} // namespace

TEST_CASE("a UART is listed by its chip, an empty slot is not") {
  const TemporaryFolder folder;
  uart(folder, "ttyS0", "4");
  uart(folder, "ttyS1", "0");
  const Listed port = only(folder);
  CHECK(port.name == folder.path("dev/ttyS0"));
  CHECK(port.kind == "16550A");
  CHECK(port.usb.empty());
  CHECK_FALSE(port.likely_modem);
}

TEST_CASE("a USB modem has its identity, its driver and its link") {
  const TemporaryFolder folder;
  usb(folder, "ttyACM0", "0572", "Conexant USB Modem", "cdc_acm");
  folder.link("dev/serial/by-id/usb-Conexant_USB_Modem-if00", "../../ttyACM0");
  const Listed port = only(folder);
  CHECK(port.kind == "USB modem (cdc_acm)");
  CHECK(port.usb == "0572:1340 Conexant USB Modem");
  CHECK(port.by_id == folder.path("dev/serial/by-id/usb-Conexant_USB_Modem-if00"));
  CHECK(port.likely_modem);
}

TEST_CASE("an adapter is named by its chip, what is behind it is not known") {
  const TemporaryFolder folder;
  usb(folder, "ttyUSB0", "1a86", "USB Serial", "ch341-uart");
  const Listed port = only(folder);
  CHECK(port.kind == "USB adapter (ch341)");
  CHECK_FALSE(port.likely_modem);
}

TEST_CASE("a development board that talks as a modem does is not taken for one") {
  const TemporaryFolder folder;
  usb(folder, "ttyACM0", "2341", "Arduino Uno", "cdc_acm");
  CHECK_FALSE(only(folder).likely_modem);
}

TEST_CASE("a mobile modem is one, whoever made it") {
  const TemporaryFolder folder;
  usb(folder, "ttyUSB2", "1234", "LTE", "option");
  const Listed port = only(folder);
  CHECK(port.kind == "USB mobile modem (option)");
  CHECK(port.likely_modem);
}

TEST_CASE("terminals without a device, and devices without a node, are no ports") {
  const TemporaryFolder folder;
  folder.folder("sys/class/tty/tty1");
  folder.file("dev/tty1");
  uart(folder, "ttyS0", "4");
  std::filesystem::remove(folder.path("dev/ttyS0"));
  CHECK(list_ports(folder.roots()).empty());
}

TEST_CASE("ports come in the order of their numbers") {
  const TemporaryFolder folder;
  for (const char* name : {"ttyS10", "ttyS2", "ttyS0"}) uart(folder, name, "4");
  const auto ports = list_ports(folder.roots());
  REQUIRE(ports.size() == 3);
  CHECK(ports[0].name == folder.path("dev/ttyS0"));
  CHECK(ports[1].name == folder.path("dev/ttyS2"));
  CHECK(ports[2].name == folder.path("dev/ttyS10"));
}

TEST_CASE("without /sys the names in /dev tell") {
  const TemporaryFolder folder;
  for (const char* name : {"ttyS0", "ttyUSB0", "ttyACM0", "tty1", "ttyS", "ttySx", "null"})
    folder.file("dev/" + std::string(name));
  const auto ports = list_ports(folder.roots());
  REQUIRE(ports.size() == 3);
  CHECK(ports[0].kind == "USB modem");
  CHECK(ports[1].kind == "serial port");
  CHECK(ports[2].kind == "USB adapter");
}

TEST_CASE("a port that only the by-id links name is listed too") {
  const TemporaryFolder folder;
  folder.file("dev/ttyXR0");
  folder.folder("sys/class/tty");
  folder.link("dev/serial/by-id/usb-Exar-if00", "../../ttyXR0");
  CHECK(only(folder).name == folder.path("dev/ttyXR0"));
}

TEST_CASE("who holds a listed port is named") {
  const TemporaryFolder folder;
  uart(folder, "ttyS0", "4");
  folder.file("proc/812/comm", "ModemManager\n");
  folder.link("proc/812/fd/9", folder.path("dev/ttyS0"));
  CHECK(only(folder).holders == std::vector<Holder>{{812, "ModemManager"}});
}

TEST_CASE("an empty machine has no ports") {
  const TemporaryFolder folder;
  CHECK(list_ports(folder.roots()).empty());
}
