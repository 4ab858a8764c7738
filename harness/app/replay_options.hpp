// dialbench replay: what it was asked for, and the command.
#pragma once

#include "harness/transcript/read.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace dialbench::app {

struct ReplayOptions {
  enum class Carrier : std::uint8_t { pty, socat, stdio };
  std::string file;
  std::optional<transcript::Input> input; // nothing: found out
  std::optional<Carrier> carrier;
  std::string link;
  std::string command; // of --exec; empty: none
  double speed = 1.0;
  bool strict = false;
  bool once = false;
  bool json = false;
};

void define(CLI::App& command, ReplayOptions& options);
int replay(const ReplayOptions& options);

} // namespace dialbench::app
