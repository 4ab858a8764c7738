#include "harness/script/read.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace dialbench::script {
namespace {

at::Unexpected<Fault> unreadable(const std::string& path, std::string found, std::string expected) {
  return {Fault{path, {}, std::move(found), std::move(expected)}};
}

// What a path leads to where it is neither a file nor missing.
std::string no_file(const std::string& path) {
  using Type = std::filesystem::file_type;
  std::error_code error;
  switch (std::filesystem::status(path, error).type()) {
  case Type::regular:
  case Type::not_found:
  case Type::none:
  case Type::unknown: return {};
  case Type::directory: return "this is a directory";
  case Type::fifo: return "this is a named pipe";
  default: return "this is a device or a socket";
  }
}

} // namespace

at::Expected<std::string, Fault> read_file(const std::string& path) {
  // Asked before it is opened: a pipe would hold us there until somebody writes into it.
  if (const auto kind = no_file(path); !kind.empty()) return unreadable(path, kind, "a script file");
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return unreadable(path, std::generic_category().message(errno != 0 ? errno : ENOENT), "a script file");
  // One byte more than may be there tells a full script from one that is too large, whatever size the file
  // claims.
  std::string text(script_bytes_max + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) return unreadable(path, "the file cannot be read", "a script file");
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > script_bytes_max)
    return unreadable(path, "the file is too large",
                      "at most " + std::to_string(script_bytes_max) + " bytes");
  return text;
}

} // namespace dialbench::script
