// A file that grows by small records, each of which is there once append() returns: a program that is killed
// leaves them all behind.
//
// A regular file is mapped, one window of it at a time, so that a record costs no system call. The room is
// asked of the disk before it is mapped (a full disk is then an error and no signal); what is not used of it
// is cut off at the end. Until then, and after a kill, zero bytes stand behind the last record. Whatever
// cannot be mapped (a pipe, a terminal, a file system without the means) is written to, a call for each
// record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dialbench::app {

class RecordFile {
 public:
  static constexpr std::size_t window_bytes = std::size_t{64} << 10;

  // Opens `path` anew; opened() says whether that could be.
  explicit RecordFile(const std::string& path);
  RecordFile(const RecordFile&) = delete;
  RecordFile& operator=(const RecordFile&) = delete;
  ~RecordFile();

  [[nodiscard]] bool opened() const noexcept { return file_ >= 0; }
  [[nodiscard]] bool mapped() const noexcept { return window_ != nullptr; }
  [[nodiscard]] const std::string& problem() const noexcept {
    return problem_;
  }                                                                   // what the system said; empty: none
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; } // bytes of records that the file has

  // Nothing more is taken once there is a problem.
  void append(std::string_view bytes);

 private:
  [[nodiscard]] bool may_be_mapped() const;
  bool next_window();
  void leave_window() noexcept;
  void write_out(std::string_view bytes);

  int file_ = -1;
  std::string problem_;
  std::uint64_t size_ = 0;
  std::uint64_t reserved_ = 0; // the file's length while it is mapped
  bool mappable_ = false;
  char* window_ = nullptr;
  std::size_t used_ = 0; // of the window
};

} // namespace dialbench::app
