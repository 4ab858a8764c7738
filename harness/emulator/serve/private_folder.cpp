#include "harness/emulator/serve/private_folder.hpp"

#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace dialbench::serve {

PrivateFolder::PrivateFolder(std::string path)
    : path_(std::move(path)) {}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

at::Expected<PrivateFolder, std::string> PrivateFolder::make() {
  std::error_code error;
  const auto base = std::filesystem::temp_directory_path(error);
  std::string path = (error ? std::filesystem::path("/tmp") : base) / "dialbench-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) {
    return at::Unexpected{"cannot make a folder " + path + ": " + std::strerror(errno)};
  }
  return PrivateFolder(std::move(path));
}

void PrivateFolder::remove() noexcept {
  if (path_.empty()) return;
  std::error_code ignored;
  std::filesystem::remove_all(std::exchange(path_, {}), ignored);
}

} // namespace dialbench::serve
