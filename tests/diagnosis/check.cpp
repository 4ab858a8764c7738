// Goal: a command that is printed can be pasted, and calls the number that is meant.
#include "harness/diagnosis/check.hpp"
#include "tests/catch.hpp"
#include "tests/diagnosis/a_call.hpp"

using Catch::Matchers::EndsWith;
using namespace dialbench;
using namespace dialbench::tests;

namespace {

std::string check_of(std::string_view cause, const Call& call, const diagnosis::Invocation& given = {}) {
  const auto* known = catalogue::find_cause(cause);
  REQUIRE(known != nullptr);
  const auto outcome = call.outcome();
  return diagnosis::check_for(*known, diagnosis::Facts(outcome), given);
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

TEST_CASE("what was said of the port and the line goes along, but for what the check is about") {
  diagnosis::Invocation given;
  given.number = "5550179";
  given.options = {
      {"--speed", "9600"}, {"--flow", "none"}, {"--dialect", "inf:my modem.inf#X"}, {"--pulse", ""}};
  REQUIRE_THAT(check_of("676.busy", a_call(), given),
               ContainsSubstring(": dialbench dial -p /dev/ttyS0 --speed 9600 --flow none "
                                 "--dialect 'inf:my modem.inf#X' --pulse 5550179"));
  REQUIRE_THAT(check_of("679.training", a_call(), given),
               ContainsSubstring("--pulse --init AT+MS=V22B,0 5550179"));
  given.options = {{"--speed", "57600"}, {"--pulse", ""}};
  REQUIRE_THAT(check_of("681.port_speed", a_call(), given),
               ContainsSubstring("-p /dev/ttyS0 --pulse --speed 9600 5550179"));
  REQUIRE_THAT(check_of("678.pulse_line", a_call(), given),
               ContainsSubstring("-p /dev/ttyS0 --speed 57600 --pulse 5550179"));
  // A chat script dials as it says: --pulse is refused there.
  REQUIRE_THAT(check_of("752.other_kind", a_call(), given),
               ContainsSubstring("-p /dev/ttyS0 --speed 57600 --chat FILE 5550179"));
}

TEST_CASE("what the modem keeps of a check is said, where there is a modem that keeps it") {
  REQUIRE_THAT(check_of("679.training", a_call()),
               ContainsSubstring("at fault (the modem keeps +MS=V22B,0 until ATZ): dialbench dial -p"));
  REQUIRE_THAT(check_of("629.error_control", a_call()),
               ContainsSubstring("(the modem keeps \\N0 until ATZ)"));
  REQUIRE_THAT(check_of("680.late_tone", a_call()), ContainsSubstring("(the modem keeps S6=8 until ATZ)"));
  REQUIRE_THAT(check_of("678.s7_short", a_call()), ContainsSubstring("(the modem keeps S7=90 until ATZ)"));
  // X is set anew by every call, and the embedded exchange has a new modem for each.
  CHECK(check_of("676.wrong_country", a_call()).find("keeps") == std::string::npos);
  CHECK(check_of("679.training", a_call().emulated()).find("keeps") == std::string::npos);
}

TEST_CASE("a number that was given is printed also where nothing was dialled yet") {
  diagnosis::Invocation given;
  given.number = "5550180";
  auto mute = a_call().no_reply();
  mute.e.number.clear();
  mute.e.dial_command.clear();
  CHECK_THAT(check_of("692.modem_off", mute, given), ContainsSubstring("dial -p /dev/ttyS0 5550180"));
  CHECK_THAT(check_of("692.modem_off", mute), ContainsSubstring("dial -p /dev/ttyS0 NUMBER"));
  given.number = "#####80"; // masked
  CHECK_THAT(check_of("692.modem_off", mute, given), ContainsSubstring("dial -p /dev/ttyS0 NUMBER"));
}

TEST_CASE("a prefix is dialled once: the configuration's comes back by itself, one that was typed does not") {
  diagnosis::Invocation given;
  given.number = "5550176";
  given.prefix = "9,";
  const auto call = a_call().to("9,5550176");
  CHECK_THAT(check_of("676.busy", call, given), EndsWith("dial -p /dev/ttyS0 5550176"));
  given.prefix_typed = true;
  CHECK_THAT(check_of("676.busy", call, given), EndsWith("dial -p /dev/ttyS0 --prefix 9, 5550176"));
  // A prefix of the check's own takes the place of both.
  CHECK_THAT(check_of("680.stutter_tone", call, given), EndsWith("--prefix ,,,W 9,5550176"));
  CHECK_THAT(check_of("676.prefix", call, given), EndsWith("--prefix 9, 5550176"));
  given.prefix = "*70,,";
  given.prefix_typed = false;
  CHECK_THAT(check_of("676.call_waiting_prefix", a_call().to("*70,,5550176"), given),
             EndsWith("dial -p /dev/ttyS0 --prefix '' 5550176"));
}

TEST_CASE("a script of the reader's own is run again where the check is to dial again") {
  diagnosis::Invocation given;
  given.number = "5550179";
  given.options = {{"--flow", "none"}};
  SECTION("dial --script") {
    given.operands = {"--script", "my call.toml", "5550179"};
    CHECK_THAT(check_of("676.busy", a_call(), given),
               EndsWith(": dialbench dial -p /dev/ttyS0 --flow none --script 'my call.toml' 5550179"));
  }
  SECTION("script, with variables and a limit of its own") {
    given.verb = "script";
    given.script_options = {{"--dial-timeout", "20s"}};
    given.operands = {"call.toml", "number=5550179", "greeting=good day"};
    CHECK_THAT(check_of("676.busy", a_call(), given),
               EndsWith(": dialbench script -p /dev/ttyS0 --flow none --dial-timeout 20s call.toml "
                        "number=5550179 'greeting=good day'"));
    CHECK_THAT(check_of("678.deadline_short", a_call(), given),
               EndsWith("-p /dev/ttyS0 --flow none --dial-timeout 120s call.toml number=5550179 "
                        "'greeting=good day'"));
  }
  SECTION("what a script cannot do is another dial") {
    given.operands = {"--script", "call.toml", "5550179"};
    CHECK_THAT(check_of("679.training", a_call(), given),
               EndsWith(": dialbench dial -p /dev/ttyS0 --flow none --init AT+MS=V22B,0 5550179"));
    CHECK_THAT(check_of("651.unknown_command", a_call(), given),
               EndsWith(": dialbench dial -p /dev/ttyS0 --flow none 5550179"));
  }
  SECTION("a masked number is in no operand") {
    given.operands = {"--script", "call.toml", "#####79"};
    CHECK_THAT(check_of("676.busy", a_call(), given), EndsWith("dial -p /dev/ttyS0 --flow none 5550179"));
  }
}

TEST_CASE("a check without a command stays as it is") {
  CHECK(check_of("677.wrong_number", a_call()) == catalogue::find_cause("677.wrong_number")->check);
  CHECK(check_of("602.other_program", a_call()) == catalogue::find_cause("602.other_program")->check);
}
