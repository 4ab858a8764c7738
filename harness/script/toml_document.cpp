#include "harness/script/toml_document.hpp"

#include "harness/script/quoted.hpp"
#include "harness/script/toml_depth.hpp"

namespace dialbench::script {

std::optional<toml::table> parse_toml(std::string_view text, Reading& reading) {
  if (const auto offset = too_deep(text)) {
    reading.fail(place_of(text, *offset), "nested too deeply", "keys and lists as in docs/scripts.md");
    return std::nullopt;
  }
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    reading.fail({static_cast<unsigned>(at.line), static_cast<unsigned>(at.column)},
                 "no TOML: " + escaped(error.description()), "");
    return std::nullopt;
  }
}

} // namespace dialbench::script
