#include "harness/app/network_address.hpp"

#include <charconv>
#include <string>

namespace dialbench::app {

std::optional<serve::Address> read_address(std::string_view text) {
  serve::Address address;
  std::string_view port = text;
  if (const auto colon = text.rfind(':'); colon != std::string_view::npos) {
    std::string_view host = text.substr(0, colon);
    port = text.substr(colon + 1);
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (!bracketed && host.find(':') != std::string_view::npos) return std::nullopt;
    if (bracketed) host = host.substr(1, host.size() - 2);
    if (host.empty()) return std::nullopt;
    address.host = host == "localhost" ? "127.0.0.1" : std::string(host);
  }
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (error != std::errc{} || end != port.data() + port.size()) return std::nullopt;
  return address;
}

} // namespace dialbench::app
