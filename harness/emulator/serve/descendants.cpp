#include "harness/emulator/serve/descendants.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace dialbench::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t processes_max = 4096;

// Each thread of a process has a list of those that it has started.
void add_children(pid_t pid, std::vector<pid_t>& all) {
  std::error_code error;
  for (fs::directory_iterator thread("/proc/" + std::to_string(pid) + "/task", error), end;
       !error && thread != end; thread.increment(error)) {
    std::ifstream list(thread->path() / "children");
    for (pid_t child = 0; list >> child && all.size() < processes_max;) all.push_back(child);
  }
}

} // namespace

std::vector<pid_t> descendants(pid_t pid) {
  std::vector<pid_t> all;
  add_children(pid, all);
  for (std::size_t i = 0; i < all.size(); ++i) add_children(all[i], all);
  return all;
}

} // namespace dialbench::serve
