#include "harness/app/command_line.hpp"

#include "harness/app/commands.hpp"
#include "harness/app/help.hpp"
#include "harness/app/nearest.hpp"
#include "harness/app/signals.hpp"
#include "harness/app/terminal.hpp"
#include "harness/app/version.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <vector>

namespace dialbench::app {
namespace {

constexpr auto version_text = "dialbench " DIALBENCH_VERSION;
constexpr auto about = "Dials a modem, says what happened, why it probably happened, and what to check next.";
constexpr auto behind_the_commands =
    "Without a command: one call for every way that a call can end, on a built-in\n"
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

// `word` begins with a dash, and is no option of the command.
std::string no_such_option(const CLI::App& command, const std::string& word) {
  std::vector<std::string> names;
  for (const auto* option : command.get_options()) {
    const auto& more = option->get_lnames();
    names.insert(names.end(), more.begin(), more.end());
  }
  std::string text = "there is no option " + word;
  if (!word.starts_with("--")) return text;
  const auto near = nearest(std::string_view(word).substr(2, word.find('=') - 2), names);
  return near.empty() ? text : text + ". Did you mean --" + near + '?';
}

// dial 555 0100: the number with its blanks; empty where the words make none.
std::string number_in_words(const CLI::App& command, const std::vector<std::string>& behind) {
  if (command.get_name() != "dial") return {};
  std::string number =
      command.get_option("NUMBER")->count() > 0 ? command.get_option("NUMBER")->results().front() : "";
  for (const auto& word : behind) number += ' ' + word;
  return looks_like_a_number(number) ? number : "";
}

// Where the arguments stop making sense, and which help page has them.
int wrong_usage(const CLI::App& app, const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  const CLI::App& command = chosen.empty() ? app : *chosen.back();
  const std::string page = chosen.empty() ? "dialbench" : "dialbench " + command.get_name();
  std::string what = error.what();
  const auto behind = app.remaining(true);
  const auto option =
      std::find_if(behind.begin(), behind.end(), [](const auto& word) { return word.starts_with('-'); });
  if (option != behind.end()) {
    what = no_such_option(command, *option);
  } else if (const auto number = behind.empty() ? "" : number_in_words(command, behind); !number.empty()) {
    what = "one number is expected, in quotes where it has blanks:\n  dialbench dial '" + number + '\'';
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
  app.footer(behind_the_commands);
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
