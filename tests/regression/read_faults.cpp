#include "harness/regression/read_faults.hpp"
#include "harness/regression/read_scenario.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using faults::Fault;

namespace {

const std::string usual = "name = \"x\"\nnumber = \"5550176\"\n[expect]\nclass = \"busy\"\n";

auto read(const std::string& text) { return regression::read_scenario(usual + text, "my.toml"); }

} // namespace

TEST_CASE("a scenario has faults, in their order") {
  const auto scenario = read(R"(
[[faults]]
kind = "drop"
way  = "to_modem"
byte = 3
[[faults]]
kind = "late_result"
call = 1
for  = "40s"
)");
  REQUIRE(scenario);
  REQUIRE(scenario->faults.size() == 2);
  CHECK(faults::shown(scenario->faults) == "drop way=to_modem byte=3\nlate_result call=1 for=40s\n");
}

TEST_CASE("a fault that is none is told with its place") {
  struct Row {
    const char* text;
    const char* place;
    const char* expected;
  };
  const auto row =
      GENERATE(Row{"[[faults]]\nkind = \"explode\"\n", "my.toml:6:8", "one of drop"},
               Row{"[[faults]]\nkind = \"drop\"\nhow = 3\n", "my.toml:7:7", "one of kind way"},
               Row{"[[faults]]\nkind = \"drop\"\ncount = 0\n", "my.toml:7:9", "from 1 to 65536"},
               Row{"[[faults]]\nkind = \"drop\"\ncount = 1.5\n", "my.toml:7:9", "a string or a whole number"},
               Row{"[[faults]]\nkind = \"delay\"\n", "my.toml:5:1", "needs for"},
               Row{"[[faults]]\nbyte = 3\n", "my.toml:5:1", "kind = \"drop\""},
               Row{"[faults]\nkind = \"drop\"\n", "my.toml:5:1", "a list of tables"},
               Row{"[expect2]\n", "my.toml:5", "faults, call or expect"});
  CAPTURE(row.text);
  const auto scenario = read(row.text);
  REQUIRE_FALSE(scenario);
  const std::string shown = script::shown(scenario.error().front());
  CHECK_THAT(shown, StartsWith(row.place));
  CHECK_THAT(shown, ContainsSubstring(row.expected));
}

TEST_CASE("more faults than a schedule may have are refused") {
  std::string many;
  for (std::size_t i = 0; i <= faults::faults_max; ++i) many += "[[faults]]\nkind = \"drop\"\n";
  REQUIRE_FALSE(read(many));
  CHECK_THAT(script::shown(read(many).error().front()), ContainsSubstring("at most 64"));
}
