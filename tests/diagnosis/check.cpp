// Goal: a command that is printed can be pasted, and calls the number that is meant.
#include "harness/diagnosis/check.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/a_call.hpp"

using namespace dialbench;
using namespace dialbench::tests;

namespace {

std::string check_of(std::string_view cause, const Call& call) {
  const auto* known = catalogue::find_cause(cause);
  REQUIRE(known != nullptr);
  const auto outcome = call.outcome();
  return diagnosis::check_for(*known, diagnosis::Facts(outcome));
}

} // namespace

TEST_CASE("port and number are filled in") {
  REQUIRE_THAT(check_of("679.training", a_call()),
               ContainsSubstring(": dialbench dial -p /dev/ttyS0 --init AT+MS=V22B,0 5550179"));
}

TEST_CASE("the embedded exchange needs no port") {
  REQUIRE_THAT(check_of("679.training", a_call().emulated()),
               ContainsSubstring(": dialbench dial --init AT+MS=V22B,0 5550179"));
}

TEST_CASE("what a shell would take apart is quoted") {
  REQUIRE_THAT(check_of("676.busy", a_call().to("*70,5551234")),
               ContainsSubstring("-p /dev/ttyS0 '*70,5551234'"));
  REQUIRE_THAT(check_of("676.busy", a_call().to("#31#5551234")), ContainsSubstring(" '#31#5551234'"));
  REQUIRE_THAT(check_of("676.busy", a_call().on("/dev/my port")),
               ContainsSubstring("-p '/dev/my port' 5550179"));
}

TEST_CASE("a prefix that the command adds or drops is taken off the number") {
  REQUIRE_THAT(check_of("676.prefix", a_call().to("95551234")), ContainsSubstring("--prefix 9, 5551234"));
  REQUIRE_THAT(check_of("676.prefix", a_call().to("5551234")), ContainsSubstring("--prefix 9, 5551234"));
  REQUIRE_THAT(check_of("680.pbx_tone", a_call().to("9W5551234")),
               ContainsSubstring("--init ATX3 --prefix 9, 5551234"));
  REQUIRE_THAT(check_of("676.call_waiting_prefix", a_call().to("*70,,5551234")),
               ContainsSubstring("dial -p /dev/ttyS0 5551234"));
  REQUIRE_THAT(check_of("679.call_waiting", a_call().to("*70,,5551234")),
               ContainsSubstring("--prefix '*70,,' 5551234"));
  REQUIRE_THAT(check_of("680.stutter_tone", a_call().to("9,5551234")),
               ContainsSubstring("--prefix ,,,W 9,5551234"));
}

TEST_CASE("a number that must not or cannot be typed stays a word") {
  REQUIRE_THAT(check_of("775.modem_list", a_call().to("911").refused(evidence::Refusal::emergency)),
               ContainsSubstring("dial -p /dev/ttyS0 NUMBER"));
  REQUIRE_THAT(check_of("749.placeholder", a_call().to("CALL ME").refused(evidence::Refusal::malformed)),
               ContainsSubstring("dial -p /dev/ttyS0 NUMBER"));
  REQUIRE_THAT(check_of("676.busy", a_call().to("#####79")), ContainsSubstring("dial -p /dev/ttyS0 NUMBER"));
  REQUIRE_THAT(check_of("676.busy", a_call().to("555\r\n0179")),
               ContainsSubstring("dial -p /dev/ttyS0 NUMBER"));
  REQUIRE_THAT(check_of("676.busy", a_call().to("555'; rm -r '")),
               ContainsSubstring("dial -p /dev/ttyS0 NUMBER"));
}

TEST_CASE("a check without a command stays as it is") {
  CHECK(check_of("677.wrong_number", a_call()) == catalogue::find_cause("677.wrong_number")->check);
  CHECK(check_of("602.other_program", a_call()) == catalogue::find_cause("602.other_program")->check);
}
