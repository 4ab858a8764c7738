#include "harness/script/bounded_file.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace dialbench::script {
namespace {

constexpr std::size_t first_piece_bytes = std::size_t{16} * 1024;

// Asked before it is opened: a pipe would hold us there until somebody writes into it.
// What a path leads to where that can have no bytes for us; empty where it may be tried.
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

std::string size_text(std::size_t bytes) {
  constexpr std::size_t mebibyte = std::size_t{1024} * 1024;
  return bytes % mebibyte == 0 ? std::to_string(bytes / mebibyte) + " MiB" : std::to_string(bytes) + " bytes";
}

} // namespace

at::Expected<std::string, Unreadable> read_bounded(const std::string& path, std::size_t bytes_max) {
  if (auto kind = no_file(path); !kind.empty()) return at::Unexpected{Unreadable{std::move(kind)}};
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return at::Unexpected{Unreadable{std::generic_category().message(errno != 0 ? errno : ENOENT)}};
  // One byte more than may be there tells a full file from one that is too large, whatever size it claims.
  // Most files are small, so room is made as it is needed.
  std::string bytes;
  std::size_t asked = first_piece_bytes;
  for (std::size_t came = asked; came == asked && bytes.size() <= bytes_max;) {
    const std::size_t before = bytes.size();
    asked = std::min(std::max(first_piece_bytes, before), bytes_max + 1 - before);
    bytes.resize(before + asked);
    file.read(bytes.data() + before, static_cast<std::streamsize>(asked));
    if (file.bad()) return at::Unexpected{Unreadable{"it cannot be read"}};
    came = static_cast<std::size_t>(file.gcount());
    bytes.resize(before + came);
  }
  if (bytes.size() > bytes_max)
    return at::Unexpected{Unreadable{"larger than " + size_text(bytes_max), true}};
  return bytes;
}

} // namespace dialbench::script
