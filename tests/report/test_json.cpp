#include "harness/report/test_run.hpp"
#include "tests/catch.hpp"
#include "tests/report/some_test_run.hpp"

#include <nlohmann/json.hpp>

namespace dialbench::report {

TEST_CASE("a run as data: counts and cases") {
  const auto json = nlohmann::json::parse(test_json(tests::some_test_run()));
  CHECK(json["schema"] == "dialbench.test/1");
  CHECK(json["scenarios"] == 3);
  CHECK(json["failed"] == 1);
  CHECK(json["unreadable"] == 1);
  const auto& cases = json["cases"];
  REQUIRE(cases.size() == 3);
  CHECK(cases[0]["passed"] == true);
  CHECK(cases[0]["class"] == "busy");
  CHECK(cases[0]["code"] == 676);
  CHECK_FALSE(cases[0].contains("conversation"));
  CHECK(cases[1]["failures"].size() == 2);
  CHECK(cases[1]["seconds"] == 61.001);
  CHECK(cases[2]["class"].is_null());
}

} // namespace dialbench::report
