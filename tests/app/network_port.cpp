#include "harness/app/network_port.hpp"

#include "tests/catch.hpp"

namespace dialbench::app {

TEST_CASE("a port of the network is told, with the command that makes a pty of it") {
  const auto [port, address] = GENERATE(table<std::string, std::string>({
      {"127.0.0.1:7001", "127.0.0.1:7001"},
      {"terminal-server:7001", "terminal-server:7001"},
      {"[::1]:7001", "[::1]:7001"},
      {"tcp://host:7001", "host:7001"},
      {"socket://host:7001?logging=debug", "host:7001"},
  }));
  CHECK_THAT(network_port(port), ContainsSubstring("on the network are not dialled"));
  CHECK(network_port(port).ends_with("\n  socat pty,link=/tmp/modem,raw,echo=0 tcp:" + address));
}

TEST_CASE("where bytes do not go as they are, or a shell would not take the name, there is no command") {
  const std::string port = GENERATE("rfc2217://host:7001", "telnet://host:23", "tcp://host", "a b:7001",
                                    "$(reboot):7001", "a;b:1");
  CAPTURE(port);
  CHECK(network_port(port) == "ports on the network are not dialled");
}

TEST_CASE("names of serial ports are none of the network") {
  const std::string port =
      GENERATE("ttyS0", "", "://", "/dev/ttyACM0", "COM1", "COM1:", "none", ":7001", "host:", "host:70000",
               "/dev/serial/by-path/pci-0000:00:14.0-usb-0:1:1.0", "a:b:1");
  CAPTURE(port);
  CHECK(network_port(port).empty());
}

} // namespace dialbench::app
