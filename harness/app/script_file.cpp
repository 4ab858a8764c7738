#include "harness/app/script_file.hpp"

#include "harness/app/find_scripts.hpp"

#include <string_view>
#include <system_error>

namespace dialbench::app {

std::string script_file(const std::string& name) {
  std::error_code unseen;
  if (name.empty() || std::filesystem::exists(name, unseen)) return name;
  const auto shipped = find_scripts();
  return shipped ? script_file(name, *shipped) : name;
}

std::string script_place(const std::string& name, const std::filesystem::path& shipped) {
  std::error_code unseen;
  // "./probe.toml" says where it is to be.
  if (std::filesystem::exists(name, unseen) || name.empty() || name.front() == '/' || name.front() == '.')
    return name;
  constexpr std::string_view folder = "scripts/";
  const auto file = shipped / (name.starts_with(folder) ? name.substr(folder.size()) : name);
  return std::filesystem::exists(file, unseen) ? file.string() : name;
}

std::string script_file(const std::string& name, const std::filesystem::path& shipped) {
  std::error_code unseen;
  auto file = script_place(name, shipped);
  return std::filesystem::is_directory(file, unseen) ? name : file;
}

} // namespace dialbench::app
