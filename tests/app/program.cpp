#include "tests/app/program.hpp"

#include "tests/folder.hpp"

#include <algorithm>
#include <cstdio>
#include <regex>
#include <sstream>
#include <sys/wait.h>

namespace dialbench::tests {

Ran run_program(const std::string& arguments, const std::string& before, const std::string& input) {
  const Folder home;
  const std::string errors = home / "err";
  const std::string command = "env -u NO_COLOR -u DIALBENCH_SCRIPTS XDG_CONFIG_HOME=" + home / "config" +
                              " XDG_STATE_HOME=" + home / "state" + ' ' + before +
                              " '" DIALBENCH_BINARY_DIR "/dialbench' " + arguments + " 2>" + errors + " <" +
                              home.write("in", input);
  Ran ran;
  std::FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return ran;
  char buffer[4096];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) ran.out.append(buffer, got);
  const int status = pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.err = read_whole(errors);
  return ran;
}

std::string unbroken(const std::string& text) { return std::regex_replace(text, std::regex("\\s+"), " "); }

bool fits_the_page(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.size() > 80) return false;
    if (!std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; })) return false;
  }
  return true;
}

} // namespace dialbench::tests
