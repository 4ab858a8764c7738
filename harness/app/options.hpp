// What each command was asked for, and where its options are defined.
#pragma once

#include "harness/app/call_settings.hpp"
#include "harness/transcript/writer.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace dialbench::app {

// Options of a call as they were typed; they are laid over the configuration file when the command runs.
struct GivenSettings {
  std::vector<std::pair<const CallOption*, std::string>> values;
  [[nodiscard]] CallSettings over(CallSettings settings) const;
};

struct OutputOptions {
  bool json = false;
  std::string transcript;
  transcript::Format transcript_format = transcript::Format::text;
  std::string log;
  unsigned verbosity = 0;
  bool mask = false;
};

struct DialOptions {
  GivenSettings settings;
  OutputOptions output;
  std::string script; // a script of the user's own; empty: the shipped dial.toml
  std::string chat;
  unsigned repeat = 1;
  std::string number;
};

struct ScriptOptions {
  GivenSettings settings;
  OutputOptions output;
  std::string file;
  bool chat = false;
  std::vector<std::string> assignments; // name=value
};

struct EmulateOptions {
  enum class Carrier { pty, socat, stdio };
  std::optional<Carrier> carrier;
  std::string link;
  double pace = 1.0;
};

struct ExplainOptions {
  std::vector<std::string> words;
  std::string layer;
  bool json = false;
};

struct PortsOptions {
  bool json = false;
};

struct TestOptions {
  std::vector<std::string> paths; // scenario files and folders; empty: the shipped ones
  unsigned jobs = 0;              // how many at once; 0: as many as suit the machine
};

// Each defines a command's options, bound to the struct that it is given; the struct outlives the parsing.
void define(CLI::App& command, DialOptions& options);
void define(CLI::App& command, ScriptOptions& options);
void define(CLI::App& command, EmulateOptions& options);
void define(CLI::App& command, ExplainOptions& options);
void define(CLI::App& command, PortsOptions& options);
void define(CLI::App& command, TestOptions& options);

inline constexpr unsigned jobs_max = 200; // each takes a socat and some eight descriptors
inline constexpr unsigned repeat_max = 100'000;
inline constexpr double pace_max = 1000;

} // namespace dialbench::app
