#include "harness/app/network_port.hpp"

#include "harness/app/network_address.hpp"

#include <filesystem>
#include <system_error>

namespace dialbench::app {

std::string network_port(std::string_view port) {
  std::string_view address = port;
  std::string_view scheme;
  if (const auto end = port.find("://"); end != std::string_view::npos) {
    scheme = port.substr(0, end);
    address = port.substr(end + 3);
    address = address.substr(0, address.find_first_of("/?"));
  }
  const bool has_port = address.find(':') != std::string_view::npos && read_address(address).has_value();
  if (scheme.empty()) {
    std::error_code unseen;
    const std::filesystem::path name(port);
    if (!has_port || std::filesystem::exists(name, unseen) || std::filesystem::exists("/dev" / name, unseen))
      return {};
  }
  // The command is to be pasted: a name that a shell would take apart has none.
  const bool is_plain =
      address.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]") ==
      std::string_view::npos;
  std::string text = "ports on the network are not dialled";
  if (!has_port || !is_plain || scheme == "rfc2217" || scheme == "telnet") return text;
  // Telnet's com port option is no modem's; what is served without it is bytes as they are.
  return text +
         ". Of one that carries bytes as they are, as emulate --tcp does, a pty is made by this; then "
         "-p /tmp/modem:\n  socat pty,link=/tmp/modem,raw,echo=0 tcp:" +
         std::string(address);
}

} // namespace dialbench::app
