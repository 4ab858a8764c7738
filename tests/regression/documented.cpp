// docs/scenarios.md has every key, and its example is one.
#include "harness/emulator/habits.hpp"
#include "harness/evidence/outcome_class.hpp"
#include "harness/regression/read_scenario.hpp"
#include "tests/catch.hpp"

#include <fstream>
#include <sstream>

using namespace dialbench;

namespace {
std::string file(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(std::string(DIALBENCH_SOURCE_DIR) + "/" + name).rdbuf();
  return text.str();
}
// The TOML examples of a page.
std::vector<std::string> examples(const std::string& page) {
  std::vector<std::string> found;
  const std::string fence = "```toml\n";
  for (auto at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    const auto end = page.find("```", at);
    found.push_back(page.substr(at, end - at));
    at = end;
  }
  return found;
}
} // namespace

TEST_CASE("every field of a line, a call and its turns stands in docs/scenarios.md, and habits are not there "
          "twice") {
  const std::string page = file("docs/scenarios.md");
  CHECK(page.find("| `line_ends` |") == std::string::npos);
  for (const std::string key : {
#define INCOMING(type, field, initial, text) #field,
#define TURN(type, field, initial, text) #field,
#include "harness/emulator/incoming_call.def"
       }) {
    CHECK_THAT(page, ContainsSubstring('`' + key + '`'));
  }
  for (const std::string key : {
#define FAR(type, field, initial, text) #field,
#include "harness/emulator/far.def"
       }) {
    CHECK_THAT(page, ContainsSubstring("| `" + key + "` |"));
  }
  for (const std::string kind : {
#define FAR_KIND(kind, text) #kind,
#include "harness/emulator/far.def"
       }) {
    CHECK_THAT(page, ContainsSubstring("| `" + kind + "` |"));
  }
}

TEST_CASE("the scenarios in the README and in docs/scenarios.md are scenarios") {
  const auto page = GENERATE(as<std::string>(), "README.md", "docs/scenarios.md");
  const auto all = examples(file(page));
  REQUIRE_FALSE(all.empty());
  for (const auto& example : all) {
    const auto read = regression::read_scenario(example, page);
    INFO((read ? "" : script::shown(read.error().front())));
    CHECK(read);
  }
}
