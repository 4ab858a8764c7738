// A folder for one test case.
#pragma once

#include "harness/emulator/serve/private_folder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace dialbench::tests {

class Scratch {
 public:
  [[nodiscard]] std::string operator/(const std::string& name) const { return folder_.path() + "/" + name; }
  void write(const std::string& name, const std::string& text) const { std::ofstream(*this / name) << text; }

  [[nodiscard]] const std::string& path() const { return folder_.path(); }

 private:
  serve::PrivateFolder folder_ = serve::PrivateFolder::make().value();
};

inline std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::size_t open_descriptors() {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) ++count;
  return count;
}

} // namespace dialbench::tests
