#include "harness/port/small_file_linux.hpp"

#include <array>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace dialbench::port {
namespace {

std::string read_up_to(int file, std::size_t limit) {
  std::string text(limit, '\0');
  std::size_t length = 0;
  while (length < limit) {
    const ssize_t count = ::read(file, text.data() + length, limit - length);
    if (count <= 0) break;
    length += static_cast<std::size_t>(count);
  }
  text.resize(length);
  return text;
}

} // namespace

std::optional<std::string> read_small(const std::string& path, std::size_t limit) {
  const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return std::nullopt;
  struct stat status {};
  std::optional<std::string> text;
  if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode)) text = read_up_to(file, limit);
  ::close(file);
  if (text) text->erase(text->find_last_not_of(" \t\r\n") + 1);
  return text;
}

bool is_there(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

std::string link_text(const std::string& path) {
  std::array<char, PATH_MAX> target{};
  const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
  return length > 0 ? std::string(target.data(), static_cast<std::size_t>(length)) : std::string();
}

std::string real_path(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  return real ? std::string(real.get()) : std::string();
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  DIR* const open_folder = ::opendir(folder.c_str());
  if (open_folder == nullptr) return names;
  while (const dirent* entry = ::readdir(open_folder)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  ::closedir(open_folder);
  return names;
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::optional<int> leading_number(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return std::nullopt;
  int number = 0;
  const auto end = std::from_chars(text.data() + first, text.data() + text.size(), number);
  if (end.ec != std::errc() || number < 0) return std::nullopt;
  return number;
}

} // namespace dialbench::port
