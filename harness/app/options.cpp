#include "harness/app/options.hpp"

#include "harness/app/file_option.hpp"
#include "harness/app/option_groups.hpp"
#include "harness/exchange/read.hpp"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cmath>

namespace dialbench::app {
namespace {

constexpr auto port_group = "Port and line";
constexpr auto call_group = "The call";
constexpr auto choice_group = "Which, and how often";
constexpr auto way_group = "How, one of";
constexpr unsigned rounds_max = 100'000;
constexpr unsigned machines_max = 10'000;

std::string dashed(const CallOption& row) {
  const std::string letter = row.letter.empty() ? "" : "-" + std::string(row.letter) + ',';
  return letter + "--" + std::string(row.name);
}

// A value is tried when it is read, so that a fault is the command line's and is told with the option's name.
void take(GivenSettings& given, const CallOption& row, const std::string& value) {
  CallSettings trial;
  if (const std::string wrong = row.set(trial, value); !wrong.empty()) {
    throw CLI::ValidationError("--" + std::string(row.name), '\'' + value + "': " + wrong);
  }
  given.values.emplace_back(&row, value);
}

// A whole number from 1 to `most`; taken as text, so that what is none is told in the same words.
unsigned count_of(const std::string& option, const std::string& value, unsigned most,
                  const std::string& expected) {
  unsigned count = 0;
  const auto* const end = value.data() + value.size();
  const auto read = std::from_chars(value.data(), end, count);
  if (read.ec != std::errc{} || read.ptr != end || count < 1 || count > most)
    throw CLI::ValidationError(option, '\'' + value + "': " + expected);
  return count;
}

void define(CLI::App& command, const CallOption& row, GivenSettings& given) {
  const std::string text(row.text);
  CLI::Option* option = nullptr;
  if (row.argument.empty()) {
    option = command.add_flag_callback(
        dashed(row), [&given, &row] { take(given, row, "true"); }, text);
  } else {
    const auto taken = [&given, &row](const std::string& value) { take(given, row, value); };
    option = command.add_option_function<std::string>(dashed(row), taken, text);
    option->type_name(std::string(row.argument));
  }
  option->group(row.of_scripts ? port_group : call_group);
}

void define_settings(CLI::App& command, GivenSettings& given, bool of_script) {
  for (const auto& row : call_options()) {
    if (row.of_scripts || !of_script) define(command, row, given);
  }
}

void define_output(CLI::App& command, OutputOptions& output) {
  const auto format = [&output](const std::string& name) {
    const auto parsed = transcript::parse_format(name);
    if (!parsed)
      throw CLI::ValidationError("--transcript-format", '\'' + name + "': text or pppdump is expected");
    output.transcript_format = *parsed;
  };
  const auto more = [&output](std::int64_t times) { output.verbosity = static_cast<unsigned>(times); };
  command.add_flag("--json", output.json, "The verdict as data instead of text.")->group(output_group);
  names_file(command.add_option("--transcript", output.transcript,
                                "Keeps every byte, its direction and its microsecond. A file of that name is "
                                "replaced."))
      ->type_name("FILE")
      ->group(output_group);
  command
      .add_option_function<std::string>("--transcript-format", format,
                                        "text, or pppdump, which tshark reads.")
      ->type_name("FORMAT")
      ->group(output_group);
  command.add_flag("--mask", output.mask, "Hides the number in everything that is written.")
      ->group(output_group);
  names_file(command.add_option("--log", output.log, "The program's own log; added to a file of that name."))
      ->type_name("FILE")
      ->group(output_group);
  command
      .add_flag_function("-v,--verbose", more,
                         "Logs each step, to standard error without --log; -vv every byte as well.")
      ->group(output_group);
}

std::uint64_t seed_of(const std::string& text) {
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (error != std::errc{} || end != text.data() + text.size())
    throw CLI::ValidationError("--seed", '\'' + text + "': a whole number from 0 to 2^64 - 1 is expected");
  return seed;
}

void define_choice(CLI::App& command, TestOptions& options) {
  command
      .add_option("--filter", options.filters,
                  "Only those that have TEXT in their name or file; may be given more than once.")
      ->type_name("TEXT")
      ->allow_extra_args(false)
      ->group(choice_group);
  const auto share = [&options](const std::string& text) {
    const std::string expected = "I/N is expected, the I-th of N machines: 2/3";
    const auto slash = text.find('/');
    if (slash == std::string::npos) throw CLI::ValidationError("--shard", '\'' + text + "': " + expected);
    options.share.count = count_of("--shard", text.substr(slash + 1), machines_max, expected);
    options.share.index = count_of("--shard", text.substr(0, slash), options.share.count, expected);
  };
  command
      .add_option_function<std::string>("--shard", share,
                                        "The I-th of N shares, so that a CI runs them on N machines.")
      ->type_name("I/N")
      ->group(choice_group);
  const auto repeat = [&options](const std::string& times) {
    options.repeat = count_of("--repeat", times, rounds_max, "1 to 100000 rounds are expected");
  };
  command.add_option_function<std::string>("--repeat", repeat, "So many rounds of them.")
      ->type_name("N")
      ->group(choice_group);
  const auto seed = [&options](const std::string& text) { options.seed = seed_of(text); };
  command
      .add_option_function<std::string>("--seed", seed,
                                        "Random faults on the way: from N for the first run, from N + 1 for "
                                        "the second ...")
      ->type_name("N")
      ->group(choice_group);
}

void define_ways(CLI::App& command, TestOptions& options) {
  using regression::Way;
  const auto by = [&options](Way way) { return [&options, way] { options.way = way; }; };
  auto* serial =
      command.add_flag_callback("--serial", by(Way::serial),
                                "The real driver over a socat pair, at the scenario's pace; as without "
                                "any of these.");
  auto* pty = command.add_flag_callback(
      "--pty", by(Way::pty),
      "The real driver on the emulated modem's own pty, at twice the pace; needs no "
      "socat.");
  auto* simulate =
      command.add_flag_callback("--simulate", by(Way::simulate),
                                "In memory, under virtual time: no ports at all, and done in no time.");
  serial->excludes(pty)->excludes(simulate)->group(way_group);
  pty->excludes(simulate)->group(way_group);
  simulate->group(way_group);
}

} // namespace

CallSettings GivenSettings::over(CallSettings settings) const {
  for (const auto& [row, value] : values) {
    row->set(settings, value);
    settings.places.erase(std::string(row->name));
  }
  return settings;
}

void define(CLI::App& command, DialOptions& options) {
  define_settings(command, options.settings, false);
  auto* script =
      command.add_option("--script", options.script, "A script of your own instead of scripts/dial.toml.");
  names_file(script)->type_name("FILE")->group(call_group);
  names_file(command.add_option("--chat", options.chat, "A script for chat(8), as it is."))
      ->type_name("FILE")
      ->excludes(script)
      ->group(call_group);
  const auto repeat = [&options](const std::string& times) {
    options.repeat = count_of("--repeat", times, repeat_max, "1 to 100000 calls are expected");
  };
  command
      .add_option_function<std::string>("--repeat", repeat,
                                        "So many calls, one after the other; on a real line as the "
                                        "redial rules of the country allow. Ends with a line of counts. "
                                        "With --json every call is a line of JSON, and so are the counts.")
      ->type_name("N")
      ->group(call_group);
  define_output(command, options.output);
  command.add_option("NUMBER", options.number,
                     "Digits, A-D * # and , T P W @ !; blanks ( ) - . are stepped over.");
}

void define(CLI::App& command, ScriptOptions& options) {
  define_settings(command, options.settings, true);
  command.add_flag("--chat", options.chat, "FILE is a script for chat(8): not TOML.")->group(call_group);
  define_output(command, options.output);
  names_file(command.add_option("FILE", options.file,
                                "The script: TOML, or chat(8)'s. Those that are shipped go by "
                                "their names from any folder: probe.toml."))
      ->required();
  command.add_option("NAME=VALUE", options.assignments, "Values for the script's variables.");
}

void define(CLI::App& command, EmulateOptions& options) {
  const auto carried_by = [&options](EmulateOptions::Carrier carrier) {
    return [&options, carrier](const std::string& link) {
      options.carrier = carrier;
      options.link = link;
    };
  };
  using Carrier = EmulateOptions::Carrier;
  const auto by_stdio = [&options] { options.carrier = Carrier::stdio; };
  const auto pace = [&options](double value) {
    if (!std::isfinite(value) || value <= 0 || value > pace_max) {
      throw CLI::ValidationError("--pace", "a number above 0 and up to 1000 is expected");
    }
    options.pace = value;
  };
  auto* pty = command.add_option_function<std::string>("--pty", carried_by(Carrier::pty),
                                                       "A pty of its own, under this "
                                                       "link.");
  auto* socat = command.add_option_function<std::string>(
      "--socat", carried_by(Carrier::socat),
      "A pair of ptys that socat joins; the dialer's side under this "
      "link.");
  auto* stdio =
      command.add_flag_callback("--stdio", by_stdio, "Standard input and output, for socat's EXEC.");
  auto* tcp = command.add_option_function<std::string>(
      "--tcp", carried_by(Carrier::tcp), "A port that is listened on; one client at a time. 0: any.");
  auto* rfc2217 = command.add_option_function<std::string>(
      "--rfc2217", carried_by(Carrier::rfc2217),
      "The same with Telnet's com port option: DTR, RTS, DCD, DSR, CTS, RI, break.");
  pty->type_name("LINK")->expected(0, 1)->excludes(socat)->excludes(stdio)->group(carrier_group);
  socat->type_name("LINK")->expected(0, 1)->excludes(stdio)->group(carrier_group);
  stdio->group(carrier_group);
  tcp->type_name("[HOST:]PORT")->excludes(pty)->excludes(socat)->excludes(stdio)->group(carrier_group);
  rfc2217->type_name("[HOST:]PORT")
      ->excludes(pty)
      ->excludes(socat)
      ->excludes(stdio)
      ->excludes(tcp)
      ->group(carrier_group);
  names_file(
      command.add_option("EXCHANGE.toml", options.exchange,
                         "Numbers, lines and modems (docs/exchange.md). Without it: the built-in exchange."));
  const auto take_modems = [&options](const std::string& count) {
    options.modems = count_of("--modems", count, exchange::modems_max, "1 to 1000 modems are expected");
  };
  command
      .add_option_function<std::string>("--modems", take_modems,
                                        "So many modems that can call each other: LINK1, LINK2 ..., or PORT "
                                        "and those behind it. Without it: "
                                        "as many as EXCHANGE.toml has, or one.")
      ->type_name("N")
      ->excludes(stdio);
  never_empty(command.add_option(
                  "--control", options.control,
                  "Commands while it runs, from a socket of this name or (-) from standard input: ring N "
                  "[from NUMBER], drop N, unplug N, plug N, fault N KIND [KEY=VALUE ...], status."),
              "a name for the socket is expected, such as /tmp/control, or -")
      ->type_name("PATH");
  never_empty(
      command.add_option(
          "--exec", options.command,
          "Runs this beside the modem, {port} being its name, and ends with it and with its exit status. "
          "--pty and --socat need no LINK then. Of several modems {port} and {port1} are the first, {port2} "
          "is the second, {port3} the third ..."),
      "a command is expected, such as 'dialer {port}'")
      ->type_name("COMMAND")
      ->excludes(stdio);
  command
      .add_option_function<double>("--pace", pace,
                                   "Exchange seconds in a real second (1). dialbench dial does not know it: "
                                   "at another pace its times and verdicts are wrong.")
      ->type_name("N");
}

void define(CLI::App& command, ExplainOptions& options) {
  command.add_option(
      "WHAT", options.words,
      "A code, a symbol, a class, a modem's word, or words: 678, ERROR_NO_ANSWER, CONNECT, no dialtone.");
  command.add_option("--layer", options.layer, "Every code of one layer: port, line, modem ...")
      ->type_name("LAYER");
  command.add_flag("--json", options.json, "As data: code, symbol, meaning, causes.");
}

void define(CLI::App& command, TestOptions& options) {
  names_file(command.add_option("PATH", options.paths,
                                "Scenario files, or folders of them. Without one: those that are shipped."));
  const auto take_jobs = [&options](const std::string& jobs) {
    options.jobs = count_of("--jobs", jobs, jobs_max, "1 to 200 at once are expected");
  };
  command.add_option_function<std::string>("--jobs", take_jobs, "How many at once (16).")->type_name("N");
  define_choice(command, options);
  define_ways(command, options);
  auto* json = command.add_flag_callback(
      "--json", [&options] { options.form = TestOptions::Form::json; }, "All of it as data, at the end.");
  auto* tap = command.add_flag_callback(
      "--tap", [&options] { options.form = TestOptions::Form::tap; }, "TAP version 13, at the end.");
  json->excludes(tap)->group(output_group);
  tap->group(output_group);
  names_file(
      command.add_option(
          "--junit", options.junit,
          "JUnit's XML as well, as CI servers read it, with both sides of every conversation that failed."))
      ->type_name("FILE")
      ->group(output_group);
}

void define(CLI::App& command, PortsOptions& options) {
  command.add_flag("--json", options.json, "As data.");
}

void define(CLI::App& command, ClassifyOptions& options) {
  names_file(command.add_option("FILE", options.file,
                                "What a modem said, a line each; standard input without it, or -."));
  command
      .add_option("--dialect", options.dialect,
                  "Whose words these are: an id (dialbench dialects has them), a file of your own "
                  "(mine.toml), inf:FILE#MODEL, or auto: learned from the modem's own ATI text.")
      ->type_name("DIALECT");
  const auto format = [&options](const std::string& name) {
    if (name != "tsv" && name != "json")
      throw CLI::ValidationError("--format", '\'' + name + "': tsv or json is expected");
    options.json = name == "json";
  };
  command
      .add_option_function<std::string>("--format", format,
                                        "tsv (as it is without), or json: an object a line.")
      ->type_name("FORMAT");
  const auto input = [&options](const std::string& name) {
    using Input = ClassifyOptions::Input;
    if (name != "auto" && name != "lines" && name != "raw")
      throw CLI::ValidationError("--input", '\'' + name + "': auto, lines or raw is expected");
    options.input = name == "raw" ? Input::raw : name == "lines" ? Input::lines : Input::automatic;
  };
  command
      .add_option_function<std::string>(
          "--input", input,
          "lines: text, control bytes written as \\r or <cr>; raw: a capture as it "
          "came from the port; auto (as it is without) looks.")
      ->type_name("FORM");
  command.add_flag("--header", options.header, "Names of the columns in front, with tsv.");
}

void define(CLI::App& command, DialectsOptions& options) {
  command.add_option("DIALECT", options.dialect,
                     "One of them, whole: an id, a file of your own (mine.toml), inf:FILE#MODEL.");
  command.add_flag("--json", options.json, "As data: number, word, class and code of every result.");
}

void define(CLI::App& command, InfOptions& options) {
  names_file(
      command.add_option("FILE", options.file, "A modem INF file; those that it includes stand beside it."))
      ->required();
  command.add_option("MODEL", options.model,
                     "A model's name, a part of it, a hardware id, or its install section.");
  command.add_flag("--json", options.json, "As data, with the faults of the file.");
}

} // namespace dialbench::app
