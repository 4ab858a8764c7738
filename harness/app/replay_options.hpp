// dialbench replay: what it was asked for, and the command.
#pragma once

#include "harness/app/options.hpp"
#include "harness/transcript/read.hpp"

#include <optional>
#include <string>

namespace dialbench::app {

struct ReplayOptions {
  using Carrier = EmulateOptions::Carrier;
  std::string file;
  std::optional<transcript::Input> input; // nothing: found out
  std::optional<Carrier> carrier;
  std::string link;    // or an address
  std::string command; // of --exec; empty: none
  double speed = 1.0;
  bool strict = false;
  bool once = false;
  bool json = false;
};

void define(CLI::App& command, ReplayOptions& options);
int replay(const ReplayOptions& options);

} // namespace dialbench::app
