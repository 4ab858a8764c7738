#include "harness/app/commands.hpp"

#include "harness/app/help.hpp"
#include "harness/app/replay_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace dialbench::app {
namespace {

constexpr std::string_view one_line = "One line that does not work";
constexpr std::string_view ci = "Software that dials, in CI";
constexpr std::string_view bench = "Modems on a bench";

template <class Options, int (*command)(const Options&)>
std::function<int()> defined(CLI::App& app) {
  auto options = std::make_shared<Options>();
  define(app, *options);
  return [options] { return command(*options); };
}

std::function<int()> define_dial(CLI::App& app) {
  app.footer(exit_status_help() + "\nWith --repeat it is the last call's.");
  return defined<DialOptions, dial>(app);
}

std::function<int()> define_script(CLI::App& app) {
  app.footer(exit_status_help());
  return defined<ScriptOptions, run_script>(app);
}

std::function<int()> define_test(CLI::App& app) {
  app.footer("Exit status: 0 all passed; 1 some failed, or cannot be read; 64 wrong usage;\n"
             "128 and its number where a signal ended the run.\n"
             "docs/scenarios.md has every key of a scenario.");
  return defined<TestOptions, test>(app);
}

std::function<int()> define_emulate(CLI::App& app) {
  app.footer("Prints one line when it can be dialled: ready pty=LINK pid=N (with --stdio on\n"
             "standard error: ready stdio pid=N). Ends by Ctrl-C.\n\n" +
             built_in_exchange_help());
  return defined<EmulateOptions, emulate>(app);
}

std::function<int()> define_replay(CLI::App& app) {
  app.footer("Prints one line when it can be dialled: ready pty=LINK pid=N (with --stdio on\n"
             "standard error: ready stdio pid=N). At its end what was unexpected stands beside\n"
             "what was recorded; on standard error with --exec and --stdio. Ends by Ctrl-C.\n\n"
             "Exit status: 0 the dialer kept to the recording; 1 it did not, or FILE cannot be\n"
             "read; 64 wrong usage. docs/replay.md has the rules.");
  return defined<ReplayOptions, replay>(app);
}

std::function<int()> define_classify(CLI::App& app) {
  app.footer("A line of input gives a line of output: class, RAS code, line rate, port rate,\n"
             "modulation, error control, compression, dialect, number, damage; - for nothing.\n"
             "Exit status: 0 when the input was read, whatever it says.");
  return defined<ClassifyOptions, classify>(app);
}

std::function<int()> define_inf(CLI::App& app) {
  app.footer("What is wrong with the file is told on standard error, each fault with its line\n"
             "and the code that RAS has for it. Exit status: 0; where no model can be used,\n"
             "the code minus 600: 57 (657) for a file that cannot be opened.");
  return defined<InfOptions, show_inf>(app);
}

constexpr Command in_order[] = {
    {"dial", one_line, "Dials a number, says what happened, why, and what to check.", define_dial},
    {"explain", one_line, "What a code means: 678, ERROR_NO_ANSWER, or in words.",
     defined<ExplainOptions, explain>},
    {"test", ci, "Runs regression scenarios and says which failed.", define_test},
    {"emulate", ci, "An emulated modem for software that dials.", define_emulate},
    {"replay", ci, "A recording as a modem, and whether a dialer keeps to it.", define_replay},
    {"ports", bench, "The serial ports, and who holds them. Opens none.", defined<PortsOptions, list_ports>},
    {"script", bench, "Runs a script of your own against a modem.", define_script},
    {"classify", bench, "What each line from a modem means, for scripts and logs.", define_classify},
    {"dialects", bench, "What each maker's modems mean by their numbers and words.",
     defined<DialectsOptions, list_dialects>},
    {"inf", bench, "The models of a Windows modem INF file, and what they answer.", define_inf},
};

} // namespace

std::span<const Command> commands() noexcept { return in_order; }

} // namespace dialbench::app
