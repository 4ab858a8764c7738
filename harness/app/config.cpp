#include "harness/app/config.hpp"

#include <toml++/toml.h>

#include <cstdlib>
#include <fstream>
#include <optional>

namespace dialbench::app {
namespace {

std::string place(std::string_view file, const toml::source_position& at) {
  return std::string(file) + ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
}

std::string fault(std::string_view file, const toml::source_position& at, const std::string& what) {
  return place(file, at) + ": " + what;
}

// The value as an option would be typed. Nothing: it is of a kind that no option has.
std::optional<std::string> typed(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* yes_no = node.as_boolean()) return yes_no->get() ? "true" : "false";
  return std::nullopt;
}

std::string known_keys() {
  std::string keys;
  for (const auto& option : call_options()) keys += (keys.empty() ? "" : ", ") + std::string(option.name);
  return keys;
}

std::string apply(CallSettings& settings, const toml::table& table, std::string_view file) {
  for (const auto& [key, node] : table) {
    const auto* option = find_call_option(key.str());
    if (!option) {
      return fault(file, key.source().begin,
                   '\'' + std::string(key.str()) + "' is no setting; there are " + known_keys());
    }
    const auto value = typed(node);
    if (!value) {
      return fault(file, node.source().begin,
                   std::string(key.str()) + ": text, a whole number, true or false is expected");
    }
    const std::string wrong = option->set(settings, *value);
    if (!wrong.empty()) {
      return fault(file, node.source().begin, std::string(key.str()) + " = '" + *value + "': " + wrong);
    }
    settings.places[std::string(key.str())] = place(file, node.source().begin);
  }
  return {};
}

// A link that leads nowhere, at the path or at the folder above it; empty: there is none.
std::filesystem::path dangling_link(const std::filesystem::path& path) {
  std::error_code unseen;
  for (const auto& each : {path, path.parent_path()})
    if (std::filesystem::is_symlink(each, unseen) && !std::filesystem::exists(each, unseen)) return each;
  return {};
}

} // namespace

std::string apply_config(CallSettings& settings, std::string_view text, std::string_view file) {
  try {
    return apply(settings, toml::parse(text, file), file);
  } catch (const toml::parse_error& error) {
    return fault(file, error.source().begin, std::string(error.description()));
  }
}

std::filesystem::path config_path() {
  if (const char* home = std::getenv("XDG_CONFIG_HOME"); home && *home == '/') {
    return std::filesystem::path(home) / "dialbench/config.toml";
  }
  if (const char* home = std::getenv("HOME"); home && *home) {
    return std::filesystem::path(home) / ".config/dialbench/config.toml";
  }
  return {};
}

at::Expected<CallSettings, std::string> configured() {
  CallSettings settings;
  const auto path = config_path();
  std::error_code unseen;
  // Who has set a link has settings, and means them to hold.
  if (const auto link = dangling_link(path); !link.empty()) {
    return at::Unexpected{link.string() + ": the configuration is a link to " +
                          std::filesystem::read_symlink(link, unseen).string() +
                          ", which is not there; put it there or take the link away"};
  }
  if (path.empty() || !std::filesystem::exists(path, unseen)) return settings;
  if (!std::filesystem::is_regular_file(path, unseen)) {
    return at::Unexpected{path.string() + ": a file is expected here, the configuration of dialbench"};
  }
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return at::Unexpected{path.string() +
                          ": the configuration cannot be read; make it readable or move it away"};
  std::string text(config_bytes_max + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > config_bytes_max) {
    return at::Unexpected{path.string() + ": larger than 64 KiB; this is no configuration of dialbench"};
  }
  std::string wrong = apply_config(settings, text, path.string());
  if (!wrong.empty()) return at::Unexpected{std::move(wrong)};
  return settings;
}

} // namespace dialbench::app
