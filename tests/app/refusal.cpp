#include "harness/app/refusal.hpp"

#include "tests/catch.hpp"

namespace dialbench::app {
using evidence::OutcomeClass;

TEST_CASE("a number that is refused has its class and what is wrong with it") {
  const auto outcome = GENERATE(OutcomeClass::number_malformed, OutcomeClass::number_too_long,
                                OutcomeClass::refused_emergency);
  const auto refusal =
      refused(script::NumberRefusal{outcome, 4, "character 5 of the number is ';'"}, "5551;");
  REQUIRE(refusal.outcome == outcome);
  REQUIRE(refusal.evidence.number == "5551;");
  REQUIRE(refusal.evidence.fault_text == "Character 5 of the number is ';'");
  REQUIRE(!refusal.evidence.dialled);
}

TEST_CASE("a script fault has its place") {
  const auto refusal = refused(script::Fault{"a.toml", {3, 5}, "a step", "an action"}, "");
  REQUIRE(refusal.outcome == OutcomeClass::script_fault);
  REQUIRE_THAT(refusal.evidence.fault_text, StartsWith("a.toml:3:5: "));
}

TEST_CASE("what the redial rules refuse is no call") {
  const auto refusal = refused_by_redial_rules("Wait 60 s.", "5551234");
  REQUIRE(refusal.outcome == OutcomeClass::refused_redial);
  REQUIRE(refusal.evidence.fault_text == "Wait 60 s.");
}

TEST_CASE("a port that does not open is the outcome") {
  const auto failed =
      not_opened({evidence::PortFault::denied, 13, "root:dialout", ""}, "/dev/ttyS0", "5551234");
  REQUIRE(failed.outcome == OutcomeClass::port_denied);
  REQUIRE(failed.evidence.port_name == "/dev/ttyS0");
  REQUIRE(stopped_before_dialling("5551234").outcome == OutcomeClass::stopped);
}

} // namespace dialbench::app
