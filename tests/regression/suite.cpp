#include "harness/regression/suite.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

using namespace dialbench;
namespace fs = std::filesystem;
using tests::Folder;

namespace {
std::vector<regression::Judged> run(const std::vector<std::string>& paths, regression::Way way,
                                    regression::Summary& summary) {
  regression::Suite suite;
  suite.scripts = fs::path(DIALBENCH_SOURCE_DIR) / "scripts";
  suite.way = way;
  regression::Selection selection;
  selection.paths = paths;
  const auto scenarios = regression::select(selection);
  REQUIRE(scenarios);
  std::vector<regression::Judged> all(scenarios->size());
  summary =
      regression::run_suite(suite, *scenarios, [&](const auto& judged) { all.at(judged.index) = judged; });
  return all;
}
} // namespace

TEST_CASE("a scenario that fails shows both sides, one that passes does not stop it, a fault is a failure") {
  const Folder folder;
  folder.write("a.toml", "name = \"right\"\nnumber = \"5550176\"\npace = 20\n[expect]\nclass = \"busy\"\n");
  folder.write("b.toml",
               "name = \"wrong\"\nnumber = \"5550176\"\npace = 20\n[expect]\nclass = \"connected\"\n");
  folder.write("c.toml", "name = \n");
  const auto way = GENERATE(regression::Way::serial, regression::Way::pty, regression::Way::simulate);
  regression::Summary summary;
  const auto all = run({folder / ""}, way, summary);
  CHECK(summary.passed == 1);
  CHECK(summary.failed == 2);
  REQUIRE(all.size() == 3);
  CHECK(all[0].failures.empty());
  CHECK(all[1].name == "wrong");
  CHECK(all[1].failures == std::vector<std::string>{"class: expected connected, got busy"});
  CHECK_FALSE(all[1].ran.transcript.empty());
  CHECK(all[1].ran.dials == 1);
  CHECK(all[2].unreadable);
  CHECK_THAT(all[2].failures.at(0), ContainsSubstring("c.toml:1:"));
}

TEST_CASE("every shipped scenario passes in memory, and comes to the same twice") {
  const std::string shipped = (fs::path(DIALBENCH_SOURCE_DIR) / "scripts/regression").string();
  regression::Summary summary;
  const auto once = run({shipped}, regression::Way::simulate, summary);
  for (const auto& judged : once) {
    CAPTURE(judged.file, judged.failures);
    CHECK(judged.failures.empty());
  }
  CHECK(summary.passed >= 51);
  const auto twice = run({shipped}, regression::Way::simulate, summary);
  for (std::size_t i = 0; i < once.size(); ++i) {
    CAPTURE(once[i].file);
    CHECK(once[i].ran.transcript == twice[i].ran.transcript);
  }
}
