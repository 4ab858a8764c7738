// The commands of the program, by the jobs that they are for.
#pragma once

#include "harness/app/options.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace dialbench::app {

struct Command {
  std::string_view name;
  std::string_view job;     // heading in --help
  std::string_view summary; // one line there, the first line of its own help
  // Defines the command's options; gives what is to be run when they have been read, and its exit status.
  std::function<int()> (*define)(CLI::App& command);
};
std::span<const Command> commands() noexcept;

int dial(const DialOptions& options);
int run_script(const ScriptOptions& options);
int emulate(const EmulateOptions& options);
int explain(const ExplainOptions& options);
int list_ports(const PortsOptions& options);
int classify(const ClassifyOptions& options);
int list_dialects(const DialectsOptions& options);
int show_inf(const InfOptions& options);
int test(const TestOptions& options);
int demonstrate(); // no command at all

} // namespace dialbench::app
