#include "harness/report/test_run.hpp"

#include "tests/catch.hpp"
#include "tests/report/some_test_run.hpp"

namespace dialbench::report {

TEST_CASE("a case that could not be run is no failed one") {
  const auto run = tests::some_test_run();
  CHECK(run.failed() == 1);
  CHECK(run.unreadable() == 1);
  CHECK(run.cases.front().passed());
}

TEST_CASE("the seed and the faults that acted stand in every report, also of a case that passed") {
  auto run = tests::some_test_run();
  run.cases.front().seed = "77";
  run.cases.front().faults = {"noise 3 bytes"};
  for (const auto& text : {junit(run), tap(run)}) {
    CHECK_THAT(text, ContainsSubstring("seed 77"));
    CHECK_THAT(text, ContainsSubstring("fault: noise 3 bytes"));
  }
  CHECK_THAT(test_json(run), ContainsSubstring("\"seed\": \"77\"") || ContainsSubstring("\"seed\":\"77\""));
  CHECK_THAT(test_json(run), ContainsSubstring("noise 3 bytes"));
}

TEST_CASE("who reads a file gets all of a listing, who reads TAP on a terminal the short one") {
  auto run = tests::some_test_run();
  run.cases[1].listing = "the last line\n";
  run.cases[1].whole_listing = "the first line\nthe last line\n";
  CHECK_THAT(junit(run), ContainsSubstring("the first line"));
  CHECK_THAT(test_json(run), ContainsSubstring("the first line"));
  CHECK_THAT(tap(run), ContainsSubstring("# the last line") && !ContainsSubstring("the first line"));
}

} // namespace dialbench::report
