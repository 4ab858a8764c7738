// What each command was asked for, and where its options are defined.
#pragma once

#include "harness/app/call_settings.hpp"
#include "harness/regression/selection.hpp"
#include "harness/regression/way.hpp"
#include "harness/transcript/writer.hpp"

#include <cstdint>
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
  enum class Carrier { pty, socat, stdio, tcp, rfc2217 };
  std::optional<Carrier> carrier;
  std::string link;               // of a pty or socat; HOST:PORT of tcp and rfc2217
  std::string exchange;           // a file; empty: the built-in one
  std::optional<unsigned> modems; // none: as many as the file has
  std::string control;            // a socket's name, or - for standard input; empty: none
  std::string command;            // of --exec; empty: none
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

struct ClassifyOptions {
  enum class Input : std::uint8_t { automatic, lines, raw };
  std::string dialect; // as dialect::load() takes it, or `auto`; empty: none
  Input input = Input::automatic;
  bool json = false; // else TSV
  bool header = false;
  std::string file; // empty or -: standard input
};

struct DialectsOptions {
  std::optional<std::string> dialect; // as --dialect takes it; nothing: the list
  bool json = false;
};

struct InfOptions {
  std::string file; // also as --dialect has it: inf:FILE#MODEL
  std::optional<std::string> model;
  bool json = false;
};

struct TestOptions {
  enum class Form : std::uint8_t { text, json, tap };
  std::vector<std::string> paths; // scenario files and folders; empty: the shipped ones
  std::vector<std::string> filters;
  regression::Share share;
  unsigned repeat = 1;
  std::optional<std::uint64_t> seed; // faults are drawn from it
  regression::Way way = regression::Way::serial;
  unsigned jobs = 0; // how many at once; 0: as many as suit the machine
  Form form = Form::text;
  std::string junit; // a file; empty: none is written
};

// Each defines a command's options, bound to the struct that it is given; the struct outlives the parsing.
void define(CLI::App& command, DialOptions& options);
void define(CLI::App& command, ScriptOptions& options);
void define(CLI::App& command, EmulateOptions& options);
void define(CLI::App& command, ExplainOptions& options);
void define(CLI::App& command, PortsOptions& options);
void define(CLI::App& command, ClassifyOptions& options);
void define(CLI::App& command, DialectsOptions& options);
void define(CLI::App& command, InfOptions& options);
void define(CLI::App& command, TestOptions& options);

inline constexpr unsigned jobs_max = 200; // each takes a socat and some eight descriptors
inline constexpr unsigned repeat_max = 100'000;
inline constexpr double pace_max = 1000;

} // namespace dialbench::app
