// TOML text to a table, with every fault at its line and column.
#pragma once

#include "harness/script/toml_node.hpp"

#include <optional>
#include <string_view>

namespace dialbench::script {

// Nothing, with a fault in `reading`, where the text is no TOML or is nested deeper than any file of ours.
std::optional<toml::table> parse_toml(std::string_view text, Reading& reading);

} // namespace dialbench::script
