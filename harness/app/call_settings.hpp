// How calls are made: port, line and number settings. Each stands once, in one table, and can be given as an
// option and in the configuration file; options win.
#pragma once

#include "harness/evidence/time.hpp"
#include "harness/port/settings.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dialbench::app {

struct CallSettings {
  std::string port; // empty: the built-in exchange
  port::Baud speed = 115200;
  port::Format format;
  port::Flow flow = port::Flow::rts_cts;
  bool line_simulator = false;
  std::string dialect; // as dialect::load() takes it; empty: none was given
  std::string country;
  std::string prefix;
  bool pulse = false;
  std::optional<std::string> init;
  std::optional<unsigned> s7;
  std::optional<Duration> dial_timeout;
  std::optional<Duration> hold;
  // Of each setting that the configuration file gave: FILE:LINE:COLUMN of its value. What is seen to be wrong
  // with it only when the call is made is told with that.
  std::map<std::string, std::string, std::less<>> places;

  // "FILE:LINE:COLUMN: ", or nothing where the setting was an option.
  [[nodiscard]] std::string place_of(std::string_view name) const {
    const auto found = places.find(name);
    return found == places.end() ? "" : found->second + ": ";
  }
};

struct CallOption {
  std::string_view name;     // the option without its dashes; the key in the configuration file
  std::string_view letter;   // p for -p; empty: none
  std::string_view argument; // PORT; empty: a switch
  bool of_scripts;           // `script` has it, too; the others only make sense where `dial` builds the call
  std::string_view text;     // for --help
  // What is wrong with the value; empty where it was taken. A switch is given "true" or "false".
  std::string (*set)(CallSettings& settings, std::string_view value);
};

std::span<const CallOption> call_options() noexcept;
const CallOption* find_call_option(std::string_view name) noexcept;

} // namespace dialbench::app
