// The store's file, open and locked: the system calls of the store. Everything is given back by the
// destructor.
#pragma once

#include "at/expected.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

namespace dialbench::redial {

class LockedFile {
 public:
  enum class Use { read, append };

  // append makes the file (mode 0600) and its folders (0700) where they are missing. Waits up to lock_wait
  // for others to finish. Anything but a regular file is refused: a FIFO would hang the program.
  static at::Expected<LockedFile, std::error_code>
  open(const std::string& path, Use use, std::chrono::milliseconds wait = std::chrono::seconds(1));

  LockedFile(LockedFile&& other) noexcept;
  LockedFile& operator=(LockedFile&&) = delete;
  ~LockedFile();

  // The last `bytes_max` bytes; from the first whole line on where there are more.
  at::Expected<std::string, std::error_code> read_end(std::size_t bytes_max) const;
  // All of the text or nothing of it. A last line that lost its end is ended first.
  std::error_code append(std::string_view text);
  // Puts `text`, which is shorter than the file, in place of all that is there. Needs no room on the disk,
  // and leaves more than it should, never less, where it is interrupted.
  std::error_code shrink_to(std::string_view text);
  [[nodiscard]] at::Expected<std::size_t, std::error_code> size() const;

 private:
  explicit LockedFile(int descriptor) noexcept
      : descriptor_(descriptor) {}

  int descriptor_ = -1;
};

} // namespace dialbench::redial
