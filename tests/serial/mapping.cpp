// Every row of the mapping table that a modem can bring about, through the real driver and socat: the shipped
// scenarios. The rows that a port brings about are in loss.cpp here and in tests/port.
#include "harness/evidence/outcome_class.hpp"
#include "harness/regression/suite.hpp"
#include "tests/catch.hpp"

#include <set>

using namespace dialbench;
using evidence::OutcomeClass;

TEST_CASE("the shipped scenarios pass, and reach every outcome that a modem can bring about") {
  regression::Suite suite;
  suite.scripts = std::filesystem::path(DIALBENCH_SOURCE_DIR) / "scripts";
  suite.at_once = 16;
  std::set<OutcomeClass> seen;
  std::string failed;
  regression::Selection selection;
  selection.paths = {(suite.scripts / "regression").string()};
  const auto scenarios = regression::select(selection);
  REQUIRE(scenarios);
  regression::run_suite(suite, *scenarios, [&](const regression::Judged& judged) {
    for (const auto& failure : judged.failures) failed += judged.file + ": " + failure + '\n';
    for (const auto& outcome : judged.ran.outcomes) seen.insert(outcome.outcome);
  });
  CHECK(failed == "");
  using enum OutcomeClass;
  for (const auto expected :
       {connected,   command_mode,    busy,           voice_answer,     fax_answer,      data_answer,
        no_answer,   no_carrier,      no_dialtone,    line_in_use,      command_error,   setup_error,
        delayed,     blacklisted,     unknown_result, no_response,      garbled,         overflow,
        looping,     connection_lost, port_lost,      number_malformed, number_too_long, script_fault,
        script_unmet}) {
    CAPTURE(evidence::name(expected));
    CHECK(seen.count(expected) == 1);
  }
}
