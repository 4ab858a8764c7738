#include "harness/emulator/serve/link.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <utility>

namespace dialbench::serve {

namespace {

// Where a link leads, as written in it; empty: it is no link.
std::string read_link(const std::string& path) {
  std::array<char, PATH_MAX> target;
  const auto length = ::readlink(path.c_str(), target.data(), target.size());
  return length > 0 ? std::string(target.data(), static_cast<std::size_t>(length)) : std::string();
}

// What stands in the way of a new link; empty: a link that leads nowhere, or nothing at all.
std::string obstacle(const std::string& path) {
  struct stat status;
  if (::lstat(path.c_str(), &status) != 0) return "";
  if (S_ISDIR(status.st_mode)) return path + " is a folder: the modem's link needs a name of its own";
  if (!S_ISLNK(status.st_mode))
    return path + " is there already and no link: it is not replaced; choose another name";
  if (::stat(path.c_str(), &status) != 0) return "";
  return path + " is there already and leads to " + read_link(path) + ": remove it or choose another name";
}

} // namespace

Link::Link(std::string path, std::string target)
    : path_(std::move(path))
    , target_(std::move(target)) {}

Link::Link(Link&& other) noexcept
    : path_(std::exchange(other.path_, {}))
    , target_(std::exchange(other.target_, {})) {}

Link& Link::operator=(Link&& other) noexcept {
  if (this != &other) {
    remove();
    path_ = std::exchange(other.path_, {});
    target_ = std::exchange(other.target_, {});
  }
  return *this;
}

at::Expected<Link, std::string> Link::make(const std::string& path, const std::string& target) {
  // symlink() itself never replaces anything, so the loop decides nothing by an answer that is out of date. A
  // second round is needed after a dead link; more are not worth fighting for.
  int error = 0;
  for (int round = 0; round < 3; ++round) {
    if (::symlink(target.c_str(), path.c_str()) == 0) return Link(path, target);
    error = errno;
    if (error != EEXIST) break;
    if (auto what = obstacle(path); !what.empty()) return at::Unexpected{std::move(what)};
    ::unlink(path.c_str());
  }
  return at::Unexpected{"cannot make the link " + path + ": " + std::strerror(error)};
}

std::string Link::clear(const std::string& path) {
  auto what = obstacle(path);
  if (what.empty() && !read_link(path).empty()) ::unlink(path.c_str());
  return what;
}

void Link::remove() noexcept {
  if (path_.empty()) return;
  if (read_link(path_) == target_) ::unlink(path_.c_str());
  path_.clear();
}

} // namespace dialbench::serve
