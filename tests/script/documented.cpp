// Every example of docs/scripts.md reads well as it stands there.
#include "harness/script/read.hpp"

#include "tests/catch.hpp"

using namespace dialbench::script;

namespace {

// The fenced blocks that start with ```kind.
std::vector<std::string> examples(const std::string& page, const std::string& kind) {
  std::vector<std::string> found;
  const std::string fence = "\n```" + kind + "\n";
  for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    const std::size_t end = page.find("\n```", at);
    found.push_back(page.substr(at, end - at + 1));
    at = end + 4;
  }
  return found;
}

std::string page() {
  const auto text = read_file(std::string(DIALBENCH_SOURCE_DIR) + "/docs/scripts.md");
  if (!text) FAIL(shown(text.error()));
  return text.value();
}

std::string answer(const dialbench::at::Expected<Script, Fault>& read) {
  return read ? "reads well" : shown(read.error());
}

} // namespace

TEST_CASE("the native examples read well") {
  const auto found = examples(page(), "toml");
  CHECK(found.size() >= 4);
  for (const auto& text : found) {
    CAPTURE(text);
    std::vector<Assignment> given;
    for (const auto* name : {"number", "password"})
      if (text.find(std::string("\n") + name) != std::string::npos) given.push_back({name, "5550100"});
    CHECK(answer(read_toml(text, "example", given, NumberRules{})) == "reads well");
  }
}

TEST_CASE("the chat example reads well") {
  const std::string text = page();
  const std::string fence = "\n```\nABORT";
  const std::size_t start = text.find(fence);
  REQUIRE(start != std::string::npos);
  const std::string example = text.substr(start + 5, text.find("\n```", start + 5) - start - 4);
  CHECK(answer(read_chat(example, "example", NumberRules{})) == "reads well");
}
