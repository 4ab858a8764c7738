// The script files that a user names.
#pragma once

#include <filesystem>
#include <string>

namespace dialbench::app {

// The file that a name stands for: itself where there is such a file, else the shipped script of that name
// ("probe.toml", "scripts/probe.toml"), so that the shipped ones run from any folder; else itself again.
std::string script_file(const std::string& name);
// The same with the folder of the shipped ones named.
std::string script_file(const std::string& name, const std::filesystem::path& shipped);
// The same of what may be a folder, too: "scripts/conformance".
std::string script_place(const std::string& name, const std::filesystem::path& shipped);

} // namespace dialbench::app
