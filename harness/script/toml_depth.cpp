#include "harness/script/toml_depth.hpp"

#include <algorithm>

namespace dialbench::script {
namespace {

// Index behind the string that starts at `at`. A string of one line ends with the line at the latest.
std::size_t behind_string(std::string_view toml, std::size_t at) noexcept {
  const char quote = toml[at];
  const bool escapes = quote == '"';
  const std::string_view triple = quote == '"' ? R"(""")" : "'''";
  const bool many_lines = toml.substr(at).starts_with(triple);
  at += many_lines ? 3 : 1;
  for (; at < toml.size(); ++at) {
    if (escapes && toml[at] == '\\')
      ++at;
    else if (many_lines && toml.substr(at).starts_with(triple))
      return at + 3;
    else if (!many_lines && (toml[at] == quote || toml[at] == '\n'))
      return at + 1;
  }
  return toml.size();
}

} // namespace

std::optional<std::size_t> too_deep(std::string_view toml) noexcept {
  unsigned dots = 0;
  unsigned brackets = 0;
  for (std::size_t at = 0; at < toml.size();) {
    const char c = toml[at];
    if (c == '"' || c == '\'') {
      at = behind_string(toml, at);
      continue;
    }
    if (c == '#') {
      at = std::min(toml.find('\n', at), toml.size());
      continue;
    }
    if (c == '.' && ++dots > key_dots_max) return at;
    if ((c == '[' || c == '{') && ++brackets > brackets_max) return at;
    if ((c == ']' || c == '}') && brackets > 0) --brackets;
    if (c == '\n' || c == '=' || c == ',') dots = 0;
    ++at;
  }
  return std::nullopt;
}

} // namespace dialbench::script
