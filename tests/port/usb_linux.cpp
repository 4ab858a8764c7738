#include "harness/port/usb_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/temporary.hpp"

using namespace dialbench::port;
using dialbench::tests::TemporaryFolder;

namespace {

constexpr const char* device = "sys/devices/pci0/usb1/1-2/";

void plug_in(const TemporaryFolder& folder, const std::string& maker, const std::string& product) {
  folder.file(std::string(device) + "idVendor", "0572\n");
  folder.file(std::string(device) + "idProduct", "1340\n");
  folder.file(std::string(device) + "manufacturer", maker);
  folder.file(std::string(device) + "product", product);
  folder.folder(std::string(device) + "1-2:1.0");
  folder.link("sys/class/tty/ttyACM0/device", folder.path(std::string(device) + "1-2:1.0"));
}

} // namespace

TEST_CASE("the identity stands some folders above the terminal's device") {
  const TemporaryFolder folder;
  plug_in(folder, "Conexant\n", "USB Modem\n");
  const auto usb = usb_identity("ttyACM0", folder.roots());
  REQUIRE(usb);
  CHECK(usb->vendor == "0572");
  CHECK(usb->product == "1340");
  CHECK(usb->text == "Conexant USB Modem");
}

TEST_CASE("a maker's name that the product repeats is said once") {
  const TemporaryFolder folder;
  plug_in(folder, "FTDI", "FTDI FT232R");
  CHECK(usb_identity("ttyACM0", folder.roots())->text == "FTDI FT232R");
}

TEST_CASE("what a device calls itself is made printable and is bounded") {
  const TemporaryFolder folder;
  plug_in(folder, "\x1b[2JEvil", std::string(3000, 'x'));
  const auto usb = usb_identity("ttyACM0", folder.roots());
  REQUIRE(usb);
  CHECK_THAT(usb->text, StartsWith("?[2JEvil xxx"));
  CHECK(usb->text.size() <= 80);
}

TEST_CASE("numbers that are none are no identity") {
  const TemporaryFolder folder;
  plug_in(folder, "Maker", "Thing");
  folder.file(std::string(device) + "idVendor", "05\"2");
  CHECK_FALSE(usb_identity("ttyACM0", folder.roots()));
}

TEST_CASE("a port that is not on USB, and a machine without /sys, have none") {
  const TemporaryFolder folder;
  CHECK_FALSE(usb_identity("ttyACM0", folder.roots()));
  folder.folder("sys/devices/pnp0/00:01");
  folder.link("sys/class/tty/ttyS0/device", folder.path("sys/devices/pnp0/00:01"));
  CHECK_FALSE(usb_identity("ttyS0", folder.roots()));
}
