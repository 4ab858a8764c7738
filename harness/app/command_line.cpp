#include "harness/app/command_line.hpp"

#include "harness/app/commands.hpp"
#include "harness/app/help.hpp"
#include "harness/app/nearest.hpp"
#include "harness/app/signals.hpp"
#include "harness/app/terminal.hpp"
#include "harness/app/version.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace dialbench::app {
namespace {

constexpr auto version_text = "dialbench " DIALBENCH_VERSION;
constexpr auto about = "Dials a modem, says what happened, why it probably happened, and what to check next.";
constexpr auto closing = "Without a command: one call for every way that a call can end, on a built-in\n"
                         "exchange. No phone line is used.\n\n"
                         "Exit status of dial and script: 0 connected; the RAS code minus 600 (busy 676\n"
                         "is 76); 64 wrong usage. The others: 0 or 1. All of it: dialbench dial --help";

bool known(std::string_view name) {
  const auto all = commands();
  return std::any_of(all.begin(), all.end(), [&](const auto& command) { return command.name == name; });
}

bool looks_like_a_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789*#,()-. +") == std::string_view::npos;
}

int no_such_command(const std::string& word) {
  std::string text = "there is no command '" + word + "'.";
  if (looks_like_a_number(word)) {
    text += " To dial it: dialbench dial " + word;
  } else if (const auto* near = nearest(word, commands()); near != nullptr) {
    text += " Did you mean " + std::string(near->name) + '?';
  }
  text += "\nCommands:";
  for (const auto& command : commands()) text += ' ' + std::string(command.name);
  return usage_error(text + ". See dialbench --help");
}

// Where the arguments stop making sense, and which help page has them.
int wrong_usage(const CLI::App& app, const CLI::ParseError& error) {
  std::string page = "dialbench";
  for (const auto* command : app.get_subcommands()) page += ' ' + command->get_name();
  std::string what = error.what();
  for (const auto& word : app.remaining(true)) {
    if (word.starts_with('-')) {
      what = "there is no option " + word;
      break;
    }
  }
  return usage_error(what + "\nSee " + page + " --help");
}

} // namespace

int run(int argc, char** argv) {
  survive_closed_pipes();
  if (argc <= 1) return demonstrate();
  if (const std::string word = argv[1]; !word.starts_with('-') && !known(word)) return no_such_command(word);

  CLI::App app(about, "dialbench");
  app.formatter(help_format());
  app.footer(closing);
  app.set_version_flag("--version", version_text, "The version.");
  app.set_help_flag("-h,--help", "This page; COMMAND --help has the command's options.");
  app.require_subcommand(1);
  std::function<int()> chosen;
  for (const auto& command : commands()) {
    auto* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    sub->group(std::string(command.job));
    sub->footer("");
    sub->set_help_flag("-h,--help", "This page.");
    auto runs = command.define(*sub);
    sub->final_callback([&chosen, runs] { chosen = runs; });
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    app.exit(wanted); // prints the help or the version
    return 0;
  } catch (const CLI::ParseError& error) {
    return wrong_usage(app, error);
  }
  return chosen();
}

} // namespace dialbench::app
