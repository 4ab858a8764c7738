#include "harness/dialect/beside.hpp"

#include "at/inf/read.hpp"
#include "harness/dialect/nearest.hpp"
#include "harness/script/bounded_file.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

namespace dialbench::dialect {
namespace {

namespace fs = std::filesystem;

// As it is written, else the first in the alphabet of those that differ in case only, so that the same folder
// always gives the same file.
std::string path_in(const fs::path& folder, std::string_view name) {
  const fs::path as_written = folder / name;
  std::error_code unseen;
  if (fs::exists(as_written, unseen)) return as_written.string();
  std::vector<std::string> found;
  auto each = fs::directory_iterator(folder.empty() ? fs::path(".") : folder, unseen);
  while (!unseen && each != fs::directory_iterator()) {
    if (same_in_any_case(each->path().filename().string(), name)) found.push_back(each->path().string());
    each.increment(unseen);
  }
  const auto first = std::min_element(found.begin(), found.end());
  return first == found.end() ? std::string() : *first;
}

} // namespace

bool is_plain_file_name(std::string_view name) noexcept {
  constexpr std::size_t longest = 255;
  const auto forbidden = [](char c) {
    return c == '/' || c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20;
  };
  return !name.empty() && name.size() <= longest && name != "." && name != ".." &&
         std::none_of(name.begin(), name.end(), forbidden);
}

std::optional<std::string> Beside::read(std::string_view name) {
  if (!is_plain_file_name(name) || ++asked_ > files_max) return std::nullopt;
  const auto path = path_in(fs::path(file_).parent_path(), name);
  if (path.empty()) return std::nullopt;
  auto bytes = script::read_bounded(path, at::inf::file_bytes_max);
  if (!bytes) return std::nullopt;
  return std::move(*bytes);
}

} // namespace dialbench::dialect
