#include "harness/regression/suite.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

using namespace dialbench;
namespace fs = std::filesystem;
using tests::Folder;

namespace {
regression::Suite suite_of(const fs::path& path) {
  regression::Suite suite;
  suite.scripts = fs::path(DIALBENCH_SOURCE_DIR) / "scripts";
  suite.paths = {path.string()};
  return suite;
}
} // namespace

TEST_CASE("a scenario that fails shows both sides, one that passes does not stop it, a fault is a failure") {
  const Folder folder;
  folder.write("a.toml", "name = \"right\"\nnumber = \"5550176\"\npace = 100\n[expect]\nclass = \"busy\"\n");
  folder.write("b.toml",
               "name = \"wrong\"\nnumber = \"5550176\"\npace = 100\n[expect]\nclass = \"connected\"\n");
  folder.write("c.toml", "name = \n");
  std::vector<regression::Judged> all;
  const auto summary =
      regression::run_suite(suite_of(folder / ""), [&](const auto& judged) { all.push_back(judged); });
  CHECK(summary.passed == 1);
  CHECK(summary.failed == 2);
  REQUIRE(all.size() == 3);
  for (const auto& judged : all) {
    if (judged.name == "wrong") {
      CHECK(judged.failures == std::vector<std::string>{"class: expected connected, got busy"});
      CHECK_FALSE(judged.ran.transcript.empty());
      CHECK(judged.ran.dials == 1);
    }
    if (judged.file.ends_with("c.toml")) CHECK_THAT(judged.failures.at(0), ContainsSubstring("c.toml:1:"));
  }
}

TEST_CASE("a path that is not there, and a folder without scenarios") {
  const Folder folder;
  const auto nothing = [](const regression::Judged&) {};
  CHECK_THAT(regression::run_suite(suite_of(folder / ""), nothing).problem, ContainsSubstring("no scenario"));
  CHECK_THAT(regression::run_suite(suite_of(folder / "none.toml"), nothing).problem,
             ContainsSubstring("no such"));
}
