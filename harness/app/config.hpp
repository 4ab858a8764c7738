// The configuration file: $XDG_CONFIG_HOME/dialbench/config.toml, or ~/.config/dialbench/config.toml. Its
// keys are the names of the options of a call (call_settings.hpp). It need not be there.
#pragma once

#include "at/expected.hpp"
#include "harness/app/call_settings.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace dialbench::app {

inline constexpr std::size_t config_bytes_max = 1 << 16;

// Sets in `settings` what `text` gives; the fault otherwise, "file:line:column: what is wrong", for a person.
std::string apply_config(CallSettings& settings, std::string_view text, std::string_view file);

// Empty where neither variable is set.
std::filesystem::path config_path();

// The defaults with the configuration file over them, or the fault.
at::Expected<CallSettings, std::string> configured();

} // namespace dialbench::app
