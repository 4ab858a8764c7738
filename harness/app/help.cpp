#include "harness/app/help.hpp"

#include "harness/emulator/exchange.hpp"
#include "harness/report/plain.hpp"

#include <CLI/CLI.hpp>

namespace dialbench::app {
namespace {

constexpr std::size_t text_column = 26;

class HelpFormat : public CLI::Formatter {
 public:
  HelpFormat() {
    column_width(text_column);
    label("OPTIONS", "options");
    label("SUBCOMMAND", "COMMAND");
  }

  // The library leaves two blank lines between some parts.
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    std::string help = CLI::Formatter::make_help(app, std::move(name), mode);
    for (std::size_t at; (at = help.find("\n\n\n")) != std::string::npos;) help.erase(at, 1);
    return help;
  }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string usage = CLI::Formatter::make_usage(app, name);
    return usage.substr(0, usage.find_last_not_of('\n') + 1) + '\n';
  }
  std::string make_description(const CLI::App* app) const override {
    return app->get_description().empty() ? "" : report::wrapped(app->get_description(), "");
  }
  std::string make_option(const CLI::Option* option, bool positional) const override {
    const std::string head =
        "  " + make_option_name(option, positional) + (positional ? "" : make_option_opts(option));
    return row(head, option->get_description());
  }
  // Which options exclude each other is said in words; the library's list is longer than the line.
  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_type_size() == 0 ? "" : ' ' + option->get_type_name();
  }
  std::string make_subcommand(const CLI::App* command) const override {
    return row("  " + command->get_name(), command->get_description());
  }

 private:
  static std::string row(const std::string& head, const std::string& text) {
    const std::string indent(text_column, ' ');
    if (head.size() + 1 <= text_column) return report::wrapped(text, report::padded(head, text_column));
    return head + '\n' + report::wrapped(text, indent);
  }
};

} // namespace

std::shared_ptr<CLI::FormatterBase> help_format() { return std::make_shared<HelpFormat>(); }

std::string exit_status_help() {
  return "Exit status:\n"
         "  0                       connected, or the script ended well\n"
         "  the code minus 600      for codes 602-723, 749, 752 and 770-777 except 664:\n"
         "                          busy 676 is 76, no answer 78, no carrier 79,\n"
         "                          no dial tone 80, an emergency number 175\n"
         "  255                     any other verdict; the output has the code\n"
         "  64                      wrong usage: an option, a file, the configuration";
}

std::string built_in_exchange_help() {
  std::string help = "Numbers of the built-in exchange; any other rings, and nobody answers:\n";
  for (const auto& entry : emulator::embedded_directory()) {
    help += "  " + report::padded(entry.number, 10) + std::string(entry.what) + '\n';
  }
  help.pop_back();
  return help;
}

} // namespace dialbench::app
