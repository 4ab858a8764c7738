// Reading scripts. Text in, model or fault out; a script with a fault is never half run. Files are read by read_file().
#pragma once

#include "harness/script/number_rules.hpp"
#include "harness/script/script.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dialbench::script {

// Native TOML. Variables are filled from `assignments`, then from the script's own defaults.
at::Expected<Script, Fault> read_toml(std::string_view text, std::string_view file, std::span<const Assignment> assignments,
                                      const NumberRules& rules);
// chat(8), as pppd's chat reads it.
at::Expected<Script, Fault> read_chat(std::string_view text, std::string_view file, const NumberRules& rules);

} // namespace dialbench::script
