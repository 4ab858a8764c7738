#include "harness/app/find_scripts.hpp"

#include <cstdlib>
#include <vector>

namespace dialbench::app {

at::Expected<std::filesystem::path, std::string> find_scripts() {
  std::error_code unseen;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unseen);
  const char* chosen = std::getenv("DIALBENCH_SCRIPTS");
  return find_scripts(program, chosen ? chosen : "");
}

at::Expected<std::filesystem::path, std::string> find_scripts(const std::filesystem::path& program,
                                                              const std::string& chosen) {
  const auto folder = program.parent_path();
  std::vector<std::filesystem::path> places;
  if (!chosen.empty()) {
    places = {chosen};
  } else {
    // build/release/dialbench stands two floors below scripts/, bin/dialbench beside share/.
    places = {folder / "../../scripts", folder / "../share/dialbench/scripts"};
  }
  std::string looked;
  for (const auto& place : places) {
    const auto plain = place.lexically_normal();
    std::error_code unseen;
    if (std::filesystem::is_regular_file(plain / "dial.toml", unseen)) return plain;
    looked += (looked.empty() ? "" : ", ") + plain.string();
  }
  return at::Unexpected{"The shipped scripts are not there. Looked for dial.toml in " + looked +
                        ". Set DIALBENCH_SCRIPTS to the folder scripts of the source."};
}

} // namespace dialbench::app
