#include "harness/app/record_file.hpp"

#include "harness/app/guarded_copy.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace dialbench::app {
namespace {

std::string why(int error) { return std::generic_category().message(error); }

bool is_same_file(const struct stat& one, int other) {
  struct stat status {};
  return ::fstat(other, &status) == 0 && status.st_dev == one.st_dev && status.st_ino == one.st_ino;
}

} // namespace

RecordFile::RecordFile(const std::string& path) {
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  // Some devices, and files of others, can be written and not read.
  if (file_ < 0) file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file_ < 0) {
    problem_ = why(errno);
    return;
  }
  mappable_ = may_be_mapped();
}

RecordFile::~RecordFile() {
  leave_window();
  if (file_ >= 0) ::close(file_);
}

// What our own output goes to (/dev/stdout) grows by other hands than these.
bool RecordFile::may_be_mapped() const {
  struct stat status {};
  return ::fstat(file_, &status) == 0 && S_ISREG(status.st_mode) && !is_same_file(status, STDOUT_FILENO) &&
         !is_same_file(status, STDERR_FILENO);
}

void RecordFile::append(std::string_view bytes) {
  while (!bytes.empty() && problem_.empty()) {
    if (window_ == nullptr || used_ == window_bytes) {
      if (!mappable_ || !next_window()) return write_out(bytes);
    }
    const std::size_t count = std::min(bytes.size(), window_bytes - used_);
    if (!guarded_copy(window_ + used_, bytes.substr(0, count), {window_, window_bytes})) {
      // Whoever cut it has it: it is not grown, and not cut again.
      mappable_ = false;
      reserved_ = 0;
      problem_ = "another program has cut the file short";
      return;
    }
    used_ += count;
    size_ += count;
    bytes.remove_prefix(count);
  }
}

// False: from now on it is written to.
bool RecordFile::next_window() {
  leave_window();
  rlimit limit{};
  // Growing beyond this would end the program, also where the records themselves stay below it.
  const bool allowed = ::getrlimit(RLIMIT_FSIZE, &limit) == 0 &&
                       (limit.rlim_cur == RLIM_INFINITY || size_ + window_bytes <= limit.rlim_cur);
  const auto from = static_cast<off_t>(size_);
  if (allowed && ::fallocate(file_, 0, from, window_bytes) == 0) {
    reserved_ = size_ + window_bytes;
    void* window = ::mmap(nullptr, window_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file_, from);
    if (window != MAP_FAILED) {
      window_ = static_cast<char*>(window);
      return true;
    }
  }
  leave_window();
  mappable_ = false;
  ::lseek(file_, from, SEEK_SET);
  return false;
}

void RecordFile::leave_window() noexcept {
  if (window_ != nullptr) ::munmap(window_, window_bytes);
  window_ = nullptr;
  used_ = 0;
  if (reserved_ == 0) return;
  struct stat status {};
  const bool still_ours =
      ::fstat(file_, &status) == 0 && static_cast<std::uint64_t>(status.st_size) == reserved_;
  if (still_ours && ::ftruncate(file_, static_cast<off_t>(size_)) != 0 && problem_.empty())
    problem_ = why(errno);
  reserved_ = 0;
}

void RecordFile::write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      problem_ = why(count < 0 ? errno : ENOSPC);
      return;
    }
    size_ += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

} // namespace dialbench::app
