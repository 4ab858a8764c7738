// LCK.. files: how UUCP, minicom, cu, kermit, mgetty and pppd tell each other that a port is taken. A file in
// the lock directory holds the owner's process number (serial-ports.md, section 5).
#pragma once

#include "at/expected.hpp"
#include "harness/port/list.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dialbench::port {

// /dev/ttyS0: LCK..ttyS0. Of /dev/pts/4 programs disagree: LCK..pts_4 (minicom, mgetty, Qt) and LCK..4 (cu,
// kermit). A link within /dev (`given`) adds its own name, since others may have locked by it.
std::vector<std::string> lock_names(const std::string& given, const std::string& real);

struct LockOwner {
  Holder who;
  std::string file; // /var/lock/LCK..ttyS0
};

struct LockState {
  std::vector<LockOwner> owners;  // living, and not this process
  std::vector<std::string> stale; // files whose owner is dead, or whose number another process has by now
};
LockState read_locks(const std::vector<std::string>& names, const Roots& roots);

// The lock files that we wrote; removed by release().
class LockFiles {
 public:
  LockFiles() = default;
  LockFiles(LockFiles&& other) noexcept
      : files_(std::move(other.files_)) {
    other.files_.clear();
  }
  LockFiles& operator=(LockFiles&& other) noexcept;
  ~LockFiles() { release(); }

  // Where the directory cannot be written no file is made, and that is no error: it is not the custom there.
  // The error is another living owner.
  static at::Expected<LockFiles, LockOwner> take(const std::vector<std::string>& names, const Roots& roots);
  void release() noexcept;
  [[nodiscard]] const std::vector<std::string>& files() const noexcept { return files_; }

 private:
  std::vector<std::string> files_;
};

} // namespace dialbench::port
