#include "harness/redial/locked_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>
#include <utility>

namespace dialbench::redial {
namespace {

constexpr auto lock_retry = std::chrono::milliseconds(10);
constexpr mode_t owner_only = S_IRUSR | S_IWUSR;

std::error_code last_error() noexcept { return {errno, std::generic_category()}; }

template <class Call>
auto retried(Call call) noexcept {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

// The folders above `path` that are missing, for their owner only, as the XDG base directories want it.
std::error_code make_folders_for(const std::filesystem::path& path) {
  std::filesystem::path folder;
  for (const auto& part : path.parent_path()) {
    folder /= part;
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) return last_error();
  }
  return {};
}

std::error_code lock(int descriptor, int operation, std::chrono::milliseconds wait) {
  for (auto waited = std::chrono::milliseconds(0); ::flock(descriptor, operation | LOCK_NB) != 0;
       waited += lock_retry) {
    if (errno != EWOULDBLOCK && errno != EINTR) return last_error();
    if (waited >= wait) return std::make_error_code(std::errc::timed_out);
    std::this_thread::sleep_for(lock_retry);
  }
  return {};
}

std::error_code check_regular(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return last_error();
  if (S_ISDIR(status.st_mode)) return std::make_error_code(std::errc::is_a_directory);
  if (!S_ISREG(status.st_mode)) return std::make_error_code(std::errc::invalid_argument);
  return {};
}

// Whom one calls is nobody else's business: a file that came with wider permissions loses them, where that is
// ours to do.
void keep_to_owner(int descriptor) noexcept {
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    static_cast<void>(::fchmod(descriptor, owner_only));
  }
}

std::error_code write_at(int descriptor, std::string_view text, off_t offset) {
  while (!text.empty()) {
    const ssize_t written = retried([&] { return ::pwrite(descriptor, text.data(), text.size(), offset); });
    if (written < 0) return last_error();
    text.remove_prefix(static_cast<std::size_t>(written));
    offset += written;
  }
  return {};
}

} // namespace

at::Expected<LockedFile, std::error_code> LockedFile::open(const std::string& path, Use use,
                                                           std::chrono::milliseconds wait) {
  const bool appends = use == Use::append;
  const auto folder_error = appends ? make_folders_for(path) : std::error_code();
  const int flags = appends ? O_RDWR | O_CREAT | O_APPEND : O_RDONLY;
  const int descriptor =
      retried([&] { return ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, owner_only); });
  if (descriptor < 0) {
    const auto error = last_error();
    // That there is no such folder is true, but why there is none helps more.
    return at::Unexpected{error == std::errc::no_such_file_or_directory && folder_error ? folder_error
                                                                                        : error};
  }
  LockedFile file(descriptor);
  if (const auto error = check_regular(descriptor)) return at::Unexpected{error};
  if (const auto error = lock(descriptor, appends ? LOCK_EX : LOCK_SH, wait)) return at::Unexpected{error};
  if (appends) keep_to_owner(descriptor);
  return file;
}

LockedFile::LockedFile(LockedFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

LockedFile::~LockedFile() {
  if (descriptor_ >= 0) ::close(descriptor_); // the lock goes with it
}

at::Expected<std::size_t, std::error_code> LockedFile::size() const {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) return at::Unexpected{last_error()};
  return static_cast<std::size_t>(status.st_size);
}

at::Expected<std::string, std::error_code> LockedFile::read_end(std::size_t bytes_max) const {
  const auto whole = size();
  if (!whole) return at::Unexpected{whole.error()};
  const std::size_t start = *whole > bytes_max ? *whole - bytes_max : 0;
  std::string text(*whole - start, '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const auto offset = static_cast<off_t>(start + filled);
    const ssize_t got =
        retried([&] { return ::pread(descriptor_, text.data() + filled, text.size() - filled, offset); });
    if (got < 0) return at::Unexpected{last_error()};
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  text.resize(filled);
  if (start > 0) text.erase(0, std::min(text.find('\n'), text.size() - 1) + 1);
  return text;
}

std::error_code LockedFile::append(std::string_view text) {
  const auto before = size();
  if (!before) return before.error();
  char last = '\n';
  if (*before > 0 && ::pread(descriptor_, &last, 1, static_cast<off_t>(*before - 1)) < 0) return last_error();
  const std::string whole = (last == '\n' ? "" : "\n") + std::string(text);
  const ssize_t written = retried([&] { return ::write(descriptor_, whole.data(), whole.size()); });
  if (written == static_cast<ssize_t>(whole.size())) return {};
  const auto error = written < 0 ? last_error() : std::make_error_code(std::errc::no_space_on_device);
  static_cast<void>(::ftruncate(descriptor_, static_cast<off_t>(*before)));
  return error;
}

// Linux writes at the end whatever the offset while O_APPEND is set, so it is taken off meanwhile; the lock
// keeps others away.
std::error_code LockedFile::shrink_to(std::string_view text) {
  const int flags = ::fcntl(descriptor_, F_GETFL);
  if (flags < 0 || ::fcntl(descriptor_, F_SETFL, flags & ~O_APPEND) != 0) return last_error();
  auto error = write_at(descriptor_, text, 0);
  if (!error && ::ftruncate(descriptor_, static_cast<off_t>(text.size())) != 0) error = last_error();
  if (::fcntl(descriptor_, F_SETFL, flags) != 0 && !error) error = last_error();
  return error;
}

} // namespace dialbench::redial
