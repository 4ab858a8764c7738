// A recording in place of the exchange.
#include "harness/regression/read_scenario.hpp"
#include "harness/regression/simulate_scenario.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

using namespace dialbench;
using namespace dialbench::regression;

namespace {

constexpr auto busy =
    "0 > \"ATZ\\r\"\n0.1 < \"\\r\\nOK\\r\\n\"\n1 > \"ATDT5550176\\r\"\n9 < \"\\r\\nBUSY\\r\\n\"\n";
constexpr auto scenario =
    "name = \"as recorded\"\nnumber = \"5550176\"\nreplay = \"call.txt\"\n[expect]\nclass = \"busy\"\n";

} // namespace

TEST_CASE("a scenario with a recording hears what was recorded") {
  const tests::Folder folder;
  folder.write("call.txt", busy);
  const auto read = read_scenario(scenario, folder / "s.toml");
  REQUIRE(read.has_value());
  const auto ran = simulate_scenario(*read, std::string(DIALBENCH_SOURCE_DIR) + "/scripts", std::nullopt);
  REQUIRE(ran.outcomes.size() == 1);
  CHECK(ran.outcomes.front().outcome == evidence::OutcomeClass::busy);
  CHECK(ran.dials == 1);
}

TEST_CASE("a recording that cannot be used is the scenario's fault, with both places") {
  const tests::Folder folder;
  const auto fault = [&] {
    return script::shown(read_scenario(scenario, folder / "s.toml").error().front());
  };
  CHECK_THAT(fault(), ContainsSubstring("s.toml:3:10: replay cannot be used: "));
  CHECK_THAT(fault(), ContainsSubstring("call.txt: No such file"));
  folder.write("call.txt", "0 > ATZ\n");
  CHECK_THAT(fault(), ContainsSubstring("call.txt:1:5: expected a string in double quotes"));
}
