#include "harness/app/port_list.hpp"

#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::app {

namespace {
std::vector<port::Listed> two_ports() {
  port::Listed modem{
      "/dev/ttyACM0", "USB modem (cdc_acm)", "0572:1340 USB Modem", "/dev/serial/by-id/usb-modem", {}, true};
  modem.holders = {{812, "ModemManager"}, {0, ""}};
  return {{"/dev/ttyS0", "16550A", "", "", {}, false}, modem};
}
} // namespace

TEST_CASE("a port has its kind, its names and who holds it, the likely modem is the one to dial with") {
  REQUIRE(ports_text(two_ports(), {}) == "/dev/ttyS0\n"
                                         "  16550A\n"
                                         "/dev/ttyACM0\n"
                                         "  USB modem (cdc_acm), 0572:1340 USB Modem. Probably a modem.\n"
                                         "  /dev/serial/by-id/usb-modem\n"
                                         "  held by ModemManager (pid 812)\n"
                                         "  held by another program\n"
                                         "\n"
                                         "To dial: dialbench dial -p /dev/ttyACM0 NUMBER\n");
}

TEST_CASE("where there is no port, it says what to do") {
  REQUIRE_THAT(ports_text({}, {}), StartsWith("No serial ports here."));
  REQUIRE(ports_json({}).dump() == "[]");
}

TEST_CASE("ports as data") {
  const auto json = ports_json(two_ports());
  REQUIRE(json[0]["name"] == "/dev/ttyS0");
  REQUIRE(json[0]["usb"].is_null());
  REQUIRE(json[1]["holders"][0]["pid"] == 812);
  REQUIRE(json[1]["holders"][0]["program"] == "ModemManager");
  REQUIRE(json[1]["likely_modem"] == true);
}

TEST_CASE("a device that names itself with hostile bytes does no harm") {
  std::vector<port::Listed> ports{{"/dev/ttyACM0", "\033[2J", "\xff", "", {{1, "\x07"}}, false}};
  const auto text = ports_text(ports, {});
  REQUIRE(text.find('\033') == std::string::npos);
  REQUIRE(text.find('\x07') == std::string::npos);
  REQUIRE_NOTHROW(ports_json(ports).dump());
}

} // namespace dialbench::app
