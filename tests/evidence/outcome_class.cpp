#include "harness/evidence/outcome_class.hpp"
#include "tests/catch.hpp"

#include <set>
#include <string>

using namespace dialbench::evidence;

TEST_CASE("exit statuses follow the codes") {
  CHECK(exit_status(0) == 0);
  CHECK(exit_status(602) == 2);
  CHECK(exit_status(676) == 76);
  CHECK(exit_status(723) == 123);
  CHECK(exit_status(749) == 149);
  CHECK(exit_status(752) == 152);
  CHECK(exit_status(775) == 175);
  // 64 is a wrong command line, and what has no status of its own is 255
  CHECK(exit_status(664) == 255);
  CHECK(exit_status(724) == 255);
  CHECK(exit_status(797) == 255);
  CHECK(exit_status(14) == 255);
}

TEST_CASE("every outcome class has its row") {
  std::set<std::string> names;
  for (const auto& one : outcome_rows()) {
    CAPTURE(one.name);
    CHECK(names.insert(std::string(one.name)).second);
    CHECK(outcome_named(one.name) == one.outcome);
    CHECK(row(one.outcome).name == one.name);
    CHECK_FALSE(one.text.empty());
    CHECK((one.code == 0 || exit_status(one.code) != 255));
    CHECK(succeeded(one.outcome) == (one.code == 0));
  }
  CHECK_FALSE(outcome_named("no_such_class"));
}
