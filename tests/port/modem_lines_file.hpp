// The file through which a test plays modem and line to a program that runs under the preload shim.
#pragma once

#include "tests/port/child.hpp"
#include "tests/port/temporary.hpp"
#include "tests/shim/modem_lines.hpp"

#include <fcntl.h>
#include <stdexcept>
#include <sys/mman.h>
#include <unistd.h>

namespace dialbench::tests {

class ModemLinesFile {
 public:
  ModemLinesFile() {
    const int file = ::open(path().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || ::ftruncate(file, sizeof(shim::ModemLines)) != 0)
      throw std::runtime_error("no file of lines");
    void* const memory =
        ::mmap(nullptr, sizeof(shim::ModemLines), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    if (memory == MAP_FAILED) throw std::runtime_error("no file of lines");
    lines_ = static_cast<shim::ModemLines*>(memory);
  }
  ~ModemLinesFile() { ::munmap(lines_, sizeof(shim::ModemLines)); }
  ModemLinesFile(const ModemLinesFile&) = delete;
  ModemLinesFile& operator=(const ModemLinesFile&) = delete;

  shim::ModemLines* operator->() const { return lines_; }
  // For a program that is to run under the shim. A sanitizer wants to be the first library; it need not be.
  [[nodiscard]] Environment environment(const std::string& shim_library) const {
    return {{"LD_PRELOAD", shim_library},
            {shim::file_variable, path()},
            {"ASAN_OPTIONS", "verify_asan_link_order=0"}};
  }

 private:
  [[nodiscard]] std::string path() const { return folder_.path("lines"); }
  TemporaryFolder folder_;
  shim::ModemLines* lines_ = nullptr;
};

} // namespace dialbench::tests
