#include "harness/regression/again.hpp"

#include "tests/catch.hpp"

using namespace dialbench;
using regression::again;
using regression::Way;

namespace {

const char* nothing(const std::string& /*name*/) { return nullptr; }
const char* something(const std::string& name) { return name == "ANSWERER" ? nullptr : "sh 'my' dialer"; }

regression::Scenario with_command(const std::string& command) {
  regression::Scenario scenario;
  scenario.command = command;
  return scenario;
}

} // namespace

TEST_CASE("a scenario is run again the way in which it was run") {
  const regression::Scenario scenario;
  CHECK(again(&scenario, "a.toml", Way::serial, "", nothing) == "dialbench test a.toml");
  CHECK(again(&scenario, "a.toml", Way::pty, "7", nothing) == "dialbench test --pty --seed 7 a.toml");
  CHECK(again(nullptr, "my own.toml", Way::simulate, "", something) ==
        "dialbench test --simulate 'my own.toml'");
}

TEST_CASE("a command cannot run in memory, not even again") {
  const auto scenario = with_command("chat {port}");
  CHECK(again(&scenario, "a.toml", Way::simulate, "", something) == "dialbench test --pty a.toml");
}

TEST_CASE("the program under test is given again, and nothing else of the environment is shown") {
  const std::string expected = "DIALER='sh '\\''my'\\'' dialer' dialbench test --pty a.toml";
  for (const auto* command :
       {"$DIALER {port}", "${DIALER:?set it} {port}", "x; $DIALER $PASSWORD $ANSWERER"}) {
    const auto scenario = with_command(command);
    CHECK(again(&scenario, "a.toml", Way::pty, "", something) == expected);
  }
  const auto other = with_command("mine --password $PASSWORD");
  CHECK(again(&other, "a.toml", Way::pty, "", something) == "dialbench test --pty a.toml");
  const auto unset = with_command("$ANSWERER {port}");
  CHECK(again(&unset, "a.toml", Way::pty, "", something) == "dialbench test --pty a.toml");
}
