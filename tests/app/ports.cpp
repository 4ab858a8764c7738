// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

TEST_CASE("the ports of this machine, as text and as data", "[binary]") {
  REQUIRE(dialbench::tests::run_program("ports").status == 0);
  const auto ran = dialbench::tests::run_program("ports --json");
  REQUIRE(ran.status == 0);
  REQUIRE(nlohmann::json::parse(ran.out).is_array());
}
