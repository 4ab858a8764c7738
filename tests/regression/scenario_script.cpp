#include "harness/regression/scenario_script.hpp"

#include "harness/regression/judge.hpp"
#include "harness/regression/read_scenario.hpp"
#include "harness/regression/simulate_scenario.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

using namespace dialbench;
using tests::Folder;
using Lines = std::vector<std::string>;

namespace {

const std::string busy = "[expect]\nclass = \"busy\"\n";

// What is said of the scenario in memory, with the shipped scripts.
Lines judged(const Folder& folder, const std::string& text) {
  const auto scenario = regression::read_scenario("name = \"x\"\n" + text, folder / "x.toml");
  if (!scenario) return {script::shown(scenario.error().front())};
  const auto ran = regression::simulate_scenario(*scenario, DIALBENCH_SOURCE_DIR "/scripts", {});
  return regression::judge(*scenario, ran);
}

} // namespace

TEST_CASE("a script that cannot be read is told first, with its place") {
  const Folder folder;
  folder.write("soon.chat", "TIMEOUT soon\n");
  CHECK(judged(folder, "chat = \"soon.chat\"\n" + busy) ==
        Lines{"the script: " +
                  folder / "soon.chat:1:9: TIMEOUT soon; expected seconds, a whole number up to 86400",
              "class: expected busy, got script_fault"});
  CHECK(judged(folder, "script = \"nosuch.toml\"\n" + busy) ==
        Lines{folder / "x.toml:2:10: there is no \"nosuch.toml\"; expected a file beside the scenario, or "
                       "one of " DIALBENCH_SOURCE_DIR "/scripts",
              "class: expected busy, got script_fault"});
  CHECK(judged(folder, busy) ==
        Lines{folder / "x.toml:1:1: the scenario has no number; expected number = \"5550100\"",
              "class: expected busy, got script_fault"});
  const auto mistyped = judged(folder, "number = 5550176\n[variables]\ninti = \"ATZ\"\n" + busy);
  REQUIRE(mistyped.size() == 2);
  CHECK_THAT(mistyped[0], ContainsSubstring("dial.toml: the script has no variable \"inti\""));
}

TEST_CASE("a script that cannot be read is a failure whatever is expected, its own class aside") {
  const Folder folder;
  folder.write("soon.chat", "TIMEOUT soon\n");
  CHECK(judged(folder, "chat = \"soon.chat\"\n[expect]\ndials = 0\n").size() == 1);
  CHECK(judged(folder, "chat = \"soon.chat\"\n[expect]\nhung_up = false\n").size() == 1);
  CHECK(judged(folder, "chat = \"soon.chat\"\n[expect]\nclass = \"script_fault\"\n").empty());
  CHECK(judged(folder, "chat = \"soon.chat\"\n[expect]\ncode = 752\n").empty());
}

TEST_CASE("the number of a scenario is what a chat script takes it for") {
  const Folder folder;
  folder.write("t.chat", "ABORT BUSY '' ATZ OK ATDT\\T CONNECT ''\n");
  CHECK(judged(folder, "number = \"5550176\"\nchat = \"t.chat\"\n" + busy).empty());
  folder.write("u.chat", "ABORT BUSY '' ATZ OK ATDT\\U CONNECT ''\n");
  CHECK(judged(folder, "chat = \"u.chat\"\n[variables]\nU = 5550176\n" + busy).empty());
  const auto without = judged(folder, "chat = \"t.chat\"\n" + busy);
  REQUIRE_FALSE(without.empty());
  CHECK_THAT(without[0], ContainsSubstring("t.chat:1:26: \\T or \\U, and no number for it"));
  const auto other =
      judged(folder, "number = \"5550176\"\nchat = \"t.chat\"\n[variables]\ninit = \"ATZ\"\n" + busy);
  REQUIRE_FALSE(other.empty());
  CHECK(other[0] ==
        folder / "x.toml: the variable \"init\" of a chat script; expected number or U: it has no others");
}

TEST_CASE("a script beside the scenario comes before a shipped one of its name") {
  const Folder folder;
  folder.write("dial.toml", "[[step]]\nsend = \"ATZ\"\n");
  CHECK(judged(folder, "script = \"dial.toml\"\n[expect]\ndials = 0\nclass = \"completed\"\n").empty());
  CHECK(judged(folder, "number = \"5550176\"\n[expect]\ndials = 1\n").empty()); // none is named
}
