// dialbench emulate: emulated modems for software that dials.
#include "harness/app/commands.hpp"
#include "harness/app/emulation.hpp"
#include "harness/app/log.hpp"
#include "harness/app/network_address.hpp"
#include "harness/app/terminal.hpp"
#include "harness/emulator/serve/control_socket.hpp"
#include "harness/emulator/serve/fleet.hpp"
#include "harness/exchange/read.hpp"
#include "harness/script/read.hpp"

#include <boost/asio/io_context.hpp>

#include <limits>
#include <optional>
#include <unistd.h>
#include <utility>

namespace dialbench::app {
namespace {

using Carrier = EmulateOptions::Carrier;

bool is_network(const EmulateOptions& options) {
  return *options.carrier == Carrier::tcp || *options.carrier == Carrier::rfc2217;
}

std::string what_is_wrong_with(const EmulateOptions& options) {
  if (!options.carrier)
    return "emulate: where? --pty LINK, --socat LINK, --tcp PORT, --rfc2217 PORT or --stdio";
  if (is_network(options)) {
    if (read_address(options.link)) return {};
    return "emulate: [HOST:]PORT is expected, such as 7001 or 0.0.0.0:7001, not '" + options.link + "'";
  }
  if (*options.carrier == Carrier::stdio && options.control == "-")
    return "emulate: with --stdio standard input is the modem's; --control needs a socket's name";
  if (*options.carrier != Carrier::stdio && options.link.empty() && options.command.empty())
    return "emulate: a name for the link is expected, such as /tmp/modem";
  return {};
}

// The exit status where the file cannot be used; all that is wrong with it has been said then.
std::optional<int> read_exchange(const std::string& name, exchange::File& into) {
  if (name.empty()) return std::nullopt;
  const auto text = script::read_file(name);
  if (!text) return failure(script::shown(text.error()));
  auto read = exchange::read(*text, name);
  if (!read) {
    std::string all;
    for (const auto& fault : read.error()) all += (all.empty() ? "" : "\n") + script::shown(fault);
    return failure(all);
  }
  into = std::move(read).value();
  return std::nullopt;
}

// Where the Nth modem is: the only one under the name itself, of several each under that and its number.
class Places {
 public:
  Places(const EmulateOptions& options, boost::asio::any_io_executor executor, unsigned modems)
      : options_(options)
      , executor_(std::move(executor))
      , modems_(modems) {
    if (is_network(options)) address_ = *read_address(options.link);
  }

  // What is wrong with so many of them.
  [[nodiscard]] std::string problem() const {
    const unsigned last = address_.port + modems_ - 1;
    if (address_.port == 0 || last <= std::numeric_limits<std::uint16_t>::max()) return {};
    return "emulate: there are no ports for " + std::to_string(modems_) + " modems from " +
           std::to_string(address_.port) + " on";
  }

  serve::ServedOr put(unsigned n, std::unique_ptr<emulator::Dce> modem, serve::Serving serving) const {
    switch (*options_.carrier) {
    case Carrier::pty: return serve::on_pty(executor_, std::move(modem), link(n), std::move(serving));
    case Carrier::socat: return serve::on_socat(executor_, std::move(modem), link(n), std::move(serving));
    case Carrier::tcp: return serve::on_tcp(executor_, std::move(modem), address(n), std::move(serving));
    case Carrier::rfc2217:
      return serve::on_rfc2217(executor_, std::move(modem), address(n), std::move(serving));
    case Carrier::stdio: break;
    }
    return serve::on_stdio(executor_, std::move(modem), std::move(serving));
  }

 private:
  [[nodiscard]] std::string link(unsigned n) const {
    return options_.link.empty() || modems_ == 1 ? options_.link : options_.link + std::to_string(n);
  }
  [[nodiscard]] serve::Address address(unsigned n) const {
    serve::Address each = address_;
    if (each.port != 0) each.port = static_cast<std::uint16_t>(each.port + n - 1);
    return each;
  }

  const EmulateOptions& options_;
  boost::asio::any_io_executor executor_;
  unsigned modems_;
  serve::Address address_;
};

// One line, so that a script can wait for it and read the names from it.
void say_ready(const EmulateOptions& options, const serve::Fleet& fleet) {
  const std::string pid = " pid=" + std::to_string(getpid()) + '\n';
  if (*options.carrier == Carrier::stdio) return print_error("ready stdio" + pid); // stdout is the modem's
  const std::string key = *options.carrier == Carrier::tcp       ? " tcp="
                          : *options.carrier == Carrier::rfc2217 ? " rfc2217="
                                                                 : " pty=";
  std::string line = "ready";
  for (unsigned n = 1; n <= fleet.size(); ++n) line += key + fleet.port(n);
  print(line + pid);
}

void say_gone(const EmulateOptions& options, const serve::Fleet& fleet, unsigned n) {
  if (*options.carrier == Carrier::stdio) return;
  print_error("emulate: " + fleet.port(n) + " is gone: " +
              (*options.carrier == Carrier::socat ? "socat has ended." : "the port was closed.") + '\n');
}

} // namespace

int emulate(const EmulateOptions& options) {
  if (const auto wrong = what_is_wrong_with(options); !wrong.empty()) return usage_error(wrong);
  if (const auto wrong = start_log("", 0); !wrong.empty()) return failure(wrong);
  exchange::File file;
  if (const auto status = read_exchange(options.exchange, file)) return *status;
  const unsigned modems = *options.carrier == Carrier::stdio ? 1 : options.modems.value_or(file.highest());
  boost::asio::io_context context{1};
  const auto executor = context.get_executor();
  const Places places(options, executor, modems);
  if (const auto wrong = places.problem(); !wrong.empty()) return usage_error(wrong);
  serve::Fleet fleet(executor, file.exchange, options.pace,
                     [&](unsigned n, std::unique_ptr<emulator::Dce> modem, serve::Serving serving) {
                       return places.put(n, std::move(modem), std::move(serving));
                     });
  for (unsigned n = 1; n <= modems; ++n) {
    const auto wrong = fleet.add(file.modem(n));
    if (wrong.empty()) continue;
    std::string told = "emulate: ";
    if (modems > 1)
      told.append("modem ")
          .append(std::to_string(n))
          .append(" of ")
          .append(std::to_string(modems))
          .append(": ");
    return failure(told.append(wrong));
  }
  Emulation emulation(context, fleet);
  std::unique_ptr<serve::Control> control;
  if (!options.control.empty()) {
    auto made = options.control == "-" ? serve::Control::on_stdin(executor, fleet)
                                       : serve::Control::on_socket(executor, fleet, options.control);
    if (!made) return failure("emulate: " + made.error());
    control = std::move(made).value();
  }
  emulation.at_end = [&] { control.reset(); };
  if (!options.command.empty()) {
    // Standard output is the command's.
    if (const auto wrong = emulation.start(options.command); !wrong.empty()) return failure(wrong);
  } else {
    say_ready(options, fleet);
    if (output_is_lost()) return failure_status; // whoever waits for that line would wait for ever
  }
  emulation.run([&](unsigned n) { say_gone(options, fleet, n); });
  if (emulation.status()) return *emulation.status();
  return emulation.stopped() || *options.carrier == Carrier::stdio ? 0 : failure_status;
}

} // namespace dialbench::app
