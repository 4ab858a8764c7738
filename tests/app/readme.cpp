// [binary]: the first thing the README shows is what the program prints.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

#include <fstream>
#include <regex>
#include <sstream>

using dialbench::tests::run_program;

namespace {

// The first indented block, without its indent and its command line.
std::string first_example() {
  std::ifstream readme(std::string(DIALBENCH_SOURCE_DIR) + "/README.md");
  std::string example;
  bool inside = false;
  for (std::string line; std::getline(readme, line);) {
    if (line.starts_with("    $ ")) {
      inside = true;
      continue;
    }
    if (inside && !line.empty() && !line.starts_with("    ")) break;
    if (inside) example += (line.empty() ? line : line.substr(4)) + '\n';
  }
  while (example.ends_with("\n\n")) example.pop_back();
  return example;
}

// Times depend on the machine by a tenth or two, and with them where a line is broken. The line about a modem
// that is plugged in depends on the machine altogether.
std::string without_times(const std::string& text) {
  const std::string masked = std::regex_replace(text, std::regex("[0-9]+\\.[0-9] s"), "T");
  const std::string here = std::regex_replace(masked, std::regex("\\(A modem is plugged in[^)]*\\)"), "");
  return std::regex_replace(here, std::regex("[ \n]+"), " ");
}

} // namespace

TEST_CASE("the README's example is what the program prints", "[binary]") {
  const auto example = first_example();
  REQUIRE(example.size() > 500);
  const auto ran = run_program("dial 5550179");
  CHECK(ran.status == 79);
  CHECK(without_times(ran.out) == without_times(example));
}
