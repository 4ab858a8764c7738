#include "harness/report/test_run.hpp"
#include "tests/catch.hpp"
#include "tests/report/some_test_run.hpp"

namespace dialbench::report {

TEST_CASE("TAP: a plan, a line for each case, diagnostics behind a failure") {
  CHECK(tap(tests::some_test_run()) == "TAP version 13\n"
                                       "1..3\n"
                                       "ok 1 - a busy number is busy\n"
                                       "not ok 2 - 5 < 6 & \"quoted\" \\# \\\\x1B[31m]]>\\\\xFF\n"
                                       "# ./mine/late.toml: class: expected busy, got no_answer\n"
                                       "# ./mine/late.toml: code: expected 676, got 678\n"
                                       "#   0.0  ATDT5550176\\r\n"
                                       "#   5.0             NO ANSWER\\x01\n"
                                       "not ok 3 - a scenario that cannot be read\n"
                                       "# bad.toml:3:1: no such key\n");
}

TEST_CASE("TAP: a run of nothing has a plan of nothing") { CHECK(tap({}) == "TAP version 13\n1..0\n"); }

} // namespace dialbench::report
