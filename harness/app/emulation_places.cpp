#include "harness/app/emulation_places.hpp"

#include "harness/app/network_address.hpp"
#include "harness/app/terminal.hpp"

#include <limits>
#include <unistd.h>
#include <utility>

namespace dialbench::app {
namespace {

using Carrier = Places::Carrier;

bool is_network(Carrier carrier) { return carrier == Carrier::tcp || carrier == Carrier::rfc2217; }

std::string_view key_of(Carrier carrier) {
  return carrier == Carrier::tcp ? " tcp=" : carrier == Carrier::rfc2217 ? " rfc2217=" : " pty=";
}

} // namespace

std::string Places::problem(const Choice& choice) {
  if (!choice.carrier) return "where? --pty LINK, --socat LINK, --tcp PORT, --rfc2217 PORT or --stdio";
  if (is_network(*choice.carrier)) {
    if (read_address(choice.where)) return {};
    return "[HOST:]PORT is expected, such as 7001 or 0.0.0.0:7001, not '" + choice.where + "'";
  }
  if (*choice.carrier != Carrier::stdio && choice.where.empty() && choice.needs_where)
    return "a name for the link is expected, such as /tmp/modem";
  return {};
}

Places::Places(const Choice& choice, boost::asio::any_io_executor executor, unsigned modems)
    : carrier_(*choice.carrier)
    , where_(choice.where)
    , executor_(std::move(executor))
    , modems_(modems) {
  if (is_network(carrier_)) address_ = *read_address(where_);
}

std::string Places::too_many() const {
  const unsigned last = address_.port + modems_ - 1;
  if (address_.port == 0 || last <= std::numeric_limits<std::uint16_t>::max()) return {};
  return "there are no ports for " + std::to_string(modems_) + " modems from " +
         std::to_string(address_.port) + " on";
}

serve::ServedOr Places::put(unsigned n, std::unique_ptr<emulator::Dce> modem, serve::Serving serving) const {
  switch (carrier_) {
  case Carrier::pty: return serve::on_pty(executor_, std::move(modem), link(n), std::move(serving));
  case Carrier::socat: return serve::on_socat(executor_, std::move(modem), link(n), std::move(serving));
  case Carrier::tcp: return serve::on_tcp(executor_, std::move(modem), address(n), std::move(serving));
  case Carrier::rfc2217:
    return serve::on_rfc2217(executor_, std::move(modem), address(n), std::move(serving));
  case Carrier::stdio: break;
  }
  return serve::on_stdio(executor_, std::move(modem), std::move(serving));
}

void Places::say_ready(const serve::Fleet& fleet) const {
  const std::string pid = " pid=" + std::to_string(getpid()) + '\n';
  if (carrier_ == Carrier::stdio) return print_error("ready stdio" + pid);
  std::string line = "ready";
  for (unsigned n = 1; n <= fleet.size(); ++n) line.append(key_of(carrier_)).append(fleet.port(n));
  print(line + pid);
}

void write_what_is_left(const emulator::Dce& modem) {
  if (!modem.unplugged() && !modem.output().empty()) print(modem.output());
}

std::string Places::link(unsigned n) const {
  return where_.empty() || modems_ == 1 ? where_ : where_ + std::to_string(n);
}

serve::Address Places::address(unsigned n) const {
  serve::Address each = address_;
  if (each.port != 0) each.port = static_cast<std::uint16_t>(each.port + n - 1);
  return each;
}

} // namespace dialbench::app
