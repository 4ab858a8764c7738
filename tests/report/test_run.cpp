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

} // namespace dialbench::report
