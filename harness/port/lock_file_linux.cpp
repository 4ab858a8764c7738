#include "harness/port/lock_file_linux.hpp"

#include "harness/port/process_linux.hpp"
#include "harness/port/small_file_linux.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dialbench::port {
namespace {

constexpr std::string_view prefix = "LCK..";
constexpr std::string_view pts_folder = "/dev/pts/";
constexpr std::time_t clock_slack_s = 2; // start times and file times are rounded apart

// Ten columns of digits and a line feed; very old programs wrote the number as the machine keeps it.
std::optional<int> owner_in(const std::string& path) {
  const std::optional<std::string> text = read_small(path, 64);
  if (!text) return std::nullopt;
  const bool binary = text->size() == sizeof(int) && text->find('\0') != std::string::npos;
  if (!binary) return leading_number(*text);
  int number = 0;
  std::memcpy(&number, text->data(), sizeof number);
  return number;
}

// A process that started after the lock was written only bears the number of the one that wrote it.
bool younger_than_file(int pid, const std::string& path, const Roots& roots) {
  struct stat status {};
  const std::optional<std::time_t> started = started_at(pid, roots);
  return started && ::stat(path.c_str(), &status) == 0 && *started > status.st_mtime + clock_slack_s;
}

bool write_whole(const std::string& path, const std::string& text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (file < 0) return false;
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(file);
  if (!written) ::unlink(path.c_str());
  return written;
}

std::string ten_columns(int pid) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%10d\n", pid);
  return text.data();
}

// A lock is written aside and linked into place, so that no reader ever sees an empty one. Once for all the
// names of a port: a new file costs more than a new name for it.
class Aside {
 public:
  explicit Aside(const std::string& folder) {
    static std::atomic<unsigned> count = 0; // ports of one process may be opened on several threads
    path_ = folder + "/TMP.." + std::to_string(::getpid()) + "." + std::to_string(++count);
    written_ = write_whole(path_, ten_columns(::getpid()));
  }
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;
  ~Aside() {
    if (written_) ::unlink(path_.c_str());
  }
  [[nodiscard]] bool link_into_place(const std::string& path) const {
    return written_ && ::link(path_.c_str(), path.c_str()) == 0;
  }

 private:
  std::string path_;
  bool written_ = false;
};

} // namespace

std::vector<std::string> lock_names(const std::string& given, const std::string& real) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    const std::string file = std::string(prefix) + name;
    if (!name.empty() && std::find(names.begin(), names.end(), file) == names.end()) names.push_back(file);
  };
  if (real.rfind(pts_folder, 0) == 0) add("pts_" + base_name(real));
  add(base_name(real));
  const bool link_in_dev = given.rfind("/dev/", 0) == 0 && given.find('/', 5) == std::string::npos;
  if (link_in_dev) add(base_name(given));
  return names;
}

LockState read_locks(const std::vector<std::string>& names, const Roots& roots) {
  LockState state;
  for (const std::string& name : names) {
    const std::string path = roots.lock + "/" + name;
    const std::optional<int> pid = owner_in(path);
    if (!pid || *pid == ::getpid()) continue;
    if (is_alive(*pid, roots) && !younger_than_file(*pid, path, roots))
      state.owners.push_back({{*pid, program_of(*pid, roots)}, path});
    else
      state.stale.push_back(path);
  }
  return state;
}

LockFiles& LockFiles::operator=(LockFiles&& other) noexcept {
  if (this != &other) {
    release();
    files_.swap(other.files_);
  }
  return *this;
}

at::Expected<LockFiles, LockOwner> LockFiles::take(const std::vector<std::string>& names,
                                                   const Roots& roots) {
  LockFiles taken;
  for (const std::string& path : read_locks(names, roots).stale) ::unlink(path.c_str());
  const Aside aside(roots.lock);
  for (const std::string& name : names) {
    const std::string path = roots.lock + "/" + name;
    if (aside.link_into_place(path)) {
      taken.files_.push_back(path);
      continue;
    }
    const LockState now = read_locks({name}, roots);
    if (!now.owners.empty()) return at::Unexpected{now.owners.front()};
  }
  return taken;
}

void LockFiles::release() noexcept {
  for (const std::string& path : files_)
    if (owner_in(path) == ::getpid()) ::unlink(path.c_str());
  files_.clear();
}

} // namespace dialbench::port
