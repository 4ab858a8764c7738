// A folder of its own for a test, gone at its end; and the small trees that stand in for /sys, /dev and
// /proc.
#pragma once

#include "harness/port/list.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <sys/stat.h>

namespace dialbench::tests {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dialbench-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test");
    ::chmod(pattern.c_str(), 0755); // tests that drop root must get in
    path_ = std::filesystem::canonical(pattern).string();
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }

  void file(const std::string& name, const std::string& content = "") const {
    make_folder_of(name);
    std::ofstream(path(name), std::ios::binary) << content;
  }
  void folder(const std::string& name) const { std::filesystem::create_directories(path(name)); }
  // An existing link is replaced.
  void link(const std::string& name, const std::string& target) const {
    make_folder_of(name);
    std::filesystem::remove(path(name));
    std::filesystem::create_symlink(target, path(name));
  }

  [[nodiscard]] port::Roots roots() const { return {path("sys"), path("dev"), path("proc"), path("lock")}; }

 private:
  void make_folder_of(const std::string& name) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
  }
  std::string path_;
};

} // namespace dialbench::tests
