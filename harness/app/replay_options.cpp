#include "harness/app/replay_options.hpp"

#include "harness/app/file_option.hpp"
#include "harness/app/option_groups.hpp"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cmath>

namespace dialbench::app {
namespace {

// 100x and 100 are the same.
double speed_of(std::string_view text) {
  const std::string given(text);
  if (text.ends_with('x') || text.ends_with('X')) text.remove_suffix(1);
  double speed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), speed);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(speed) || speed <= 0 ||
      speed > pace_max)
    throw CLI::ValidationError("--speed",
                               '\'' + given + "': a number above 0 and up to 1000 is expected: 100x");
  return speed;
}

void define_carriers(CLI::App& command, ReplayOptions& options) {
  using Carrier = ReplayOptions::Carrier;
  const auto carried_by = [&options](Carrier carrier) {
    return [&options, carrier](const std::string& link) {
      options.carrier = carrier;
      options.link = link;
    };
  };
  auto* pty = command.add_option_function<std::string>("--pty", carried_by(Carrier::pty),
                                                       "A pty of its own, under this link.");
  auto* socat = command.add_option_function<std::string>(
      "--socat", carried_by(Carrier::socat),
      "A pair of ptys that socat joins; the dialer's side under this link.");
  auto* stdio = command.add_flag_callback(
      "--stdio", [&options] { options.carrier = Carrier::stdio; },
      "Standard input and output, for socat's EXEC.");
  auto* tcp = command.add_option_function<std::string>(
      "--tcp", carried_by(Carrier::tcp), "A port that is listened on; one client at a time. 0: any.");
  auto* rfc2217 = command.add_option_function<std::string>(
      "--rfc2217", carried_by(Carrier::rfc2217),
      "The same with Telnet's com port option: DTR, RTS, DCD, DSR, CTS, RI, break.");
  pty->type_name("LINK")->expected(0, 1)->excludes(socat)->excludes(stdio)->group(carrier_group);
  socat->type_name("LINK")->expected(0, 1)->excludes(stdio)->group(carrier_group);
  stdio->group(carrier_group);
  for (auto* network : {tcp, rfc2217})
    network->type_name("[HOST:]PORT")->excludes(pty)->excludes(socat)->excludes(stdio)->group(carrier_group);
  tcp->excludes(rfc2217);
  never_empty(
      command.add_option(
          "--exec", options.command,
          "Runs this dialer, {port} being the modem's name, and ends with it. --pty and --socat need no "
          "LINK then."),
      "a command is expected, such as 'dialer {port}'")
      ->type_name("COMMAND")
      ->excludes(stdio);
}

} // namespace

void define(CLI::App& command, ReplayOptions& options) {
  names_file(command.add_option(
                 "FILE", options.file,
                 "A transcript of ours or recording, a pppdump record, what socat -x -v wrote, a umockdev "
                 "script, or a Windows modem log."))
      ->required();
  define_carriers(command, options);
  const auto speed = [&options](const std::string& text) { options.speed = speed_of(text); };
  command
      .add_option_function<std::string>(
          "--speed", speed,
          "So many times faster than recorded (1x): 100x. dialbench dial does not know "
          "it: its times and verdicts are wrong then.")
      ->type_name("N");
  command.add_flag(
      "--strict", options.strict,
      "Every byte and the order count. Without it blanks, case, the order of set-up and how it is "
      "joined on lines make no difference.");
  command.add_flag("--once", options.once, "Ends when the dialer closes its port.");
  const auto format = [&options](const std::string& name) {
    options.input = transcript::parse_input(name);
    if (!options.input)
      throw CLI::ValidationError("--format",
                                 '\'' + name + "': " + std::string(transcript::input_names) + " is expected");
  };
  command
      .add_option_function<std::string>(
          "--format", format,
          "What FILE is: text, pppdump, socat, umockdev or windows. Without it: "
          "found out.")
      ->type_name("FORMAT");
  command.add_flag("--json", options.json, "What was expected and heard as data, on one line, at the end.")
      ->group(output_group);
}

} // namespace dialbench::app
