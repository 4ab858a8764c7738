// dialbench emulate: emulated modems for software that dials.
#include "harness/app/commands.hpp"
#include "harness/app/emulation.hpp"
#include "harness/app/emulation_places.hpp"
#include "harness/app/log.hpp"
#include "harness/app/terminal.hpp"
#include "harness/emulator/faults/faulty_dce.hpp"
#include "harness/emulator/serve/control_socket.hpp"
#include "harness/emulator/serve/fleet.hpp"
#include "harness/exchange/read.hpp"
#include "harness/script/read.hpp"

#include <boost/asio/io_context.hpp>

#include <map>
#include <optional>
#include <utility>

namespace dialbench::app {
namespace {

using Carrier = EmulateOptions::Carrier;

Places::Choice choice_of(const EmulateOptions& options) {
  return {options.carrier, options.link, options.command.empty()};
}

std::string what_is_wrong_with(const EmulateOptions& options) {
  if (auto problem = Places::problem(choice_of(options)); !problem.empty()) return problem;
  if (*options.carrier == Carrier::stdio && options.control == "-")
    return "with --stdio standard input is the modem's; --control needs a socket's name";
  return {};
}

// The exit status where the file cannot be used; all that is wrong with it has been said then.
std::optional<int> read_exchange(const std::string& name, exchange::File& into) {
  if (name.empty()) return std::nullopt;
  const auto text = script::read_file(name);
  if (!text)
    return failure("emulate: " + name + ": " + text.error().found + ". An exchange file is expected.");
  auto read = exchange::read(*text, name);
  if (!read) {
    std::string all;
    for (const auto& fault : read.error()) all += (all.empty() ? "" : "\n") + script::shown(fault);
    return failure(all);
  }
  into = std::move(read).value();
  return std::nullopt;
}

// Ways that may fail, around the modems of a fleet that takes commands.
class Faults {
 public:
  std::unique_ptr<emulator::Dce> around(unsigned n, std::unique_ptr<emulator::Dce> modem) {
    auto faulty = std::make_unique<faults::FaultyDce>(std::move(modem), faults::Schedule{});
    modems_[n] = faulty.get();
    return faulty;
  }
  // The Nth modem is served. The error: what was expected.
  std::string inject(unsigned n, std::string_view words, Time now) {
    if (words.ends_with('\r')) words.remove_suffix(1);
    auto fault = faults::read_fault(words);
    if (!fault) return "expected " + fault.error();
    if (fault->kind == faults::Fault::Kind::unplug) return "expected unplug " + std::to_string(n);
    modems_.at(n)->add(std::move(*fault), now);
    return {};
  }

 private:
  std::map<unsigned, faults::FaultyDce*> modems_;
};

void say_gone(const EmulateOptions& options, const serve::Fleet& fleet, unsigned n) {
  if (*options.carrier == Carrier::stdio) return;
  print_error(
      "emulate: " + fleet.port(n) +
      " is gone: " + (*options.carrier == Carrier::socat ? "socat has ended." : "the port was closed.") +
      (options.control.empty() ? "" : " The command plug " + std::to_string(n) + " brings it back.") + '\n');
}

} // namespace

int emulate(const EmulateOptions& options) {
  if (const auto wrong = what_is_wrong_with(options); !wrong.empty()) return usage_error("emulate: " + wrong);
  if (const auto wrong = start_log("", 0); !wrong.empty()) return failure(wrong);
  exchange::File file;
  if (const auto status = read_exchange(options.exchange, file)) return *status;
  const unsigned modems = *options.carrier == Carrier::stdio ? 1 : options.modems.value_or(file.highest());
  boost::asio::io_context context{1};
  const auto executor = context.get_executor();
  const Places places(choice_of(options), executor, modems);
  if (const auto wrong = places.too_many(); !wrong.empty()) return usage_error("emulate: " + wrong);
  if (const auto wrong = Emulation::problem(options.command, modems); !wrong.empty())
    return usage_error("emulate: " + wrong);
  Faults faults;
  const emulator::Dce* on_stdio = nullptr; // while it is served
  serve::Fleet fleet(executor, file.exchange, options.pace,
                     [&](unsigned n, std::unique_ptr<emulator::Dce> modem, serve::Serving serving) {
                       if (!options.control.empty()) modem = faults.around(n, std::move(modem));
                       if (*options.carrier == Carrier::stdio) on_stdio = modem.get();
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
  if (!options.control.empty())
    fleet.inject_by(
        [&](unsigned n, std::string_view words, Time now) { return faults.inject(n, words, now); });
  Emulation emulation(context, fleet, "emulate");
  std::unique_ptr<serve::Control> control;
  if (!options.control.empty()) {
    auto made = options.control == "-" ? serve::Control::on_stdin(executor, fleet)
                                       : serve::Control::on_socket(executor, fleet, options.control);
    if (!made) return failure("emulate: " + made.error());
    control = std::move(made).value();
  }
  emulation.at_end = [&] { control.reset(); };
  emulation.can_be_plugged = control != nullptr && *options.carrier != Carrier::stdio;
  if (!options.command.empty()) {
    // Standard output is the command's.
    if (const auto wrong = emulation.start(options.command); !wrong.empty()) return failure(wrong);
  } else {
    places.say_ready(fleet);
    if (output_is_lost()) return failure_status; // whoever waits for that line would wait for ever
  }
  emulation.run([&](unsigned n) {
    if (on_stdio != nullptr) write_what_is_left(*on_stdio);
    say_gone(options, fleet, n);
  });
  if (emulation.status()) return *emulation.status();
  return emulation.stopped() || on_stdio != nullptr ? printed_status() : failure_status;
}

} // namespace dialbench::app
