#include "harness/script/toml_step.hpp"

#include "tests/catch.hpp"
#include "tests/script/faults.hpp"

using namespace dialbench::script;
using dialbench::at::Meaning;
using dialbench::evidence::OutcomeClass;
using dialbench::tests::toml_fault;
using namespace std::chrono_literals;

namespace {

Step step(const std::string& body) {
  auto script = read_toml("[[step]]\n" + body + "\n", "f", {}, NumberRules{});
  if (!script) FAIL(shown(script.error()));
  return script.value().steps.at(0);
}

std::string fault(const std::string& body) { return toml_fault("[[step]]\n" + body + "\n"); }

} // namespace

TEST_CASE("every action") {
  SECTION("send") {
    const Step read = step("send = 'ATZ'\ntimeout = '2.5s'\ntries = 3\noptional = true");
    CHECK(read.kind == StepKind::send);
    CHECK(read.place.line == 1);
    CHECK(read.place.column == 1);
    CHECK(read.text.bytes == "ATZ");
    CHECK(read.timeout == 2500ms);
    CHECK(read.tries == 3);
    CHECK(read.optional);
  }
  SECTION("expect") {
    const Step read = step("expect = ['login:', 'NO CARRIER', { line = 'Welcome' }]\ntimeout = 30");
    CHECK(read.kind == StepKind::expect);
    REQUIRE(read.patterns.size() == 3);
    CHECK(read.patterns[0].kind == Pattern::Kind::substring);
    CHECK(read.patterns[1].meaning == Meaning::no_carrier);
    CHECK(read.patterns[2].kind == Pattern::Kind::line);
    CHECK(read.patterns[2].text == "Welcome");
    CHECK(read.timeout == 30s);
    CHECK(step("expect = 'OK'").patterns.at(0).kind == Pattern::Kind::meaning);
    CHECK(step("expect = { line = 'OK' }").patterns.at(0).kind == Pattern::Kind::line);
  }
  SECTION("dial") {
    const Step read = step("dial = 'T5550100'\ncommand_mode = true\ntimeout = '90s'");
    CHECK(read.kind == StepKind::dial);
    CHECK(read.text.bytes == "T5550100");
    CHECK(read.stay_in_command_mode);
    CHECK(read.timeout == 90s);
  }
  SECTION("waiting") {
    CHECK(step("wait = '2s'").kind == StepKind::wait);
    CHECK(step("wait = '2s'").duration == 2s);
    CHECK(step("hold = 0").kind == StepKind::hold);
    CHECK(step("pause = '300ms'").duration == 300ms);
  }
  SECTION("the rest") {
    CHECK(step("hangup = true").kind == StepKind::hangup);
    const Step lines = step("lines = { dtr = true }");
    CHECK(lines.dtr == true);
    CHECK_FALSE(lines.rts);
    CHECK(step("say = 'hello'").kind == StepKind::say);
    CHECK(step("write = \"a\\r\"").kind == StepKind::raw);
    CHECK(step("write = \"a\\r\"").text.bytes == "a\r");
  }
}

TEST_CASE("a send that dials is checked as a number and knows whether it stays in command mode") {
  CHECK(step("send = 'ATDT5550100'").kind == StepKind::send);
  CHECK_FALSE(step("send = 'ATDT5550100'").stay_in_command_mode);
  CHECK(step("send = 'ATDT5550100;'").stay_in_command_mode);
}

TEST_CASE("numbers are checked when the script is read") {
  struct Case {
    std::string body;
    OutcomeClass outcome;
  };
  const auto each =
      GENERATE(values<Case>({{"dial = 'T911'", OutcomeClass::refused_emergency},
                             {"dial = 'T555x'", OutcomeClass::number_malformed},
                             {"dial = 'T5550100;'", OutcomeClass::number_malformed},
                             {"dial = \"T555\\r0100\"", OutcomeClass::number_malformed},
                             {"dial = '" + std::string(300, '5') + "'", OutcomeClass::number_too_long},
                             {"send = 'ATX3DT9,911'", OutcomeClass::refused_emergency},
                             {"write = \"ATZ\\rATDT911\\r\"", OutcomeClass::refused_emergency}}));
  CAPTURE(each.body);
  const auto script = read_toml("[[step]]\n" + each.body, "f", {}, NumberRules{});
  REQUIRE_FALSE(script);
  CHECK(script.error().outcome == each.outcome);
  CHECK(script.error().place.line == 2);
  CHECK(script.error().place.column == (each.body.front() == 'w' ? 9U : 8U));
}

TEST_CASE("what is written behind a dial may be for the far end") {
  CHECK(toml_fault("[[step]]\ndial = '5550100'\n[[step]]\nwrite = \"atdave\\r\"\n") == "no fault");
}

TEST_CASE("a secret number of a dial step is not shown") {
  CHECK(toml_fault("[variables]\nn = { secret = true, default = '911' }\n[[step]]\ndial = 'T${n}'\n") ==
        "f:4:8: this number may not be dialled (it is secret, so it is not shown)");
}

TEST_CASE("faults of steps") {
  struct Case {
    std::string body;
    std::string fault;
  };
  const auto each = GENERATE(values<Case>({
      {"", "f:1:1: step 1 has no action; expected send, expect, dial, wait, hold, hangup, lines, pause, say "
           "or write"},
      {"label = 'a'", "f:1:1: step 1 has no action; expected send, expect, dial, wait, hold, hangup, lines, "
                      "pause, say or write"},
      {" sned = 'AT'", "f:2:2: unknown key \"sned\" in step 1; expected send, expect, dial, wait, hold, "
                       "hangup, lines, pause, "
                       "say or write"},
      {"send = 'AT'\ndial = '5'",
       "f:3:1: step 1 has two actions, send and dial; expected one; the second in a step of its own"},
      {"send = 'AT'\ntimout = '1s'",
       "f:3:1: unknown key \"timout\" in a send step; expected send, label, when, timeout, "
       "tries, optional or on"},
      {"expect = 'OK'\ntries = 2",
       "f:3:1: unknown key \"tries\" in an expect step; expected expect, label, when, timeout or on"},
      {"say = 'x'\non = {}", "f:3:1: unknown key \"on\" in a say step; expected say, label or when"},
      {"send = 3", "f:2:8: send is a whole number; expected a string"},
      {"send = ''",
       "f:2:8: send is empty; expected a text; when = \"${name}\" skips a step whose variable is empty"},
      {"send = \"ATZ\\rATZ\"",
       "f:2:8: a control character in a command; expected one command line; the CR behind it is added"},
      {"send = 'AT'\ntimeout = '1 fortnight'",
       "f:3:11: timeout is \"1 fortnight\"; expected a duration such as 300ms, 1.5s or 2m, at most 24h"},
      {"send = 'AT'\ntimeout = 0", "f:3:11: timeout is \"0\"; expected more than nothing"},
      {"send = 'AT'\ntimeout = -1",
       "f:3:11: timeout is \"-1\"; expected a duration such as 300ms, 1.5s or 2m, at most 24h"},
      {"send = 'AT'\ntimeout = true",
       "f:3:11: timeout is true or false; expected a duration such as 300ms, 1.5s or 2m, at most 24h"},
      {"send = 'AT'\ntries = 21", "f:3:9: tries = 21; expected a whole number from 1 to 20"},
      {"send = 'AT'\ntries = 1.5",
       "f:3:9: tries is a number with a point; expected a whole number from 1 to 20"},
      {"send = 'AT'\noptional = 1", "f:3:12: optional is a whole number; expected true or false"},
      {"pause = '0s'", "f:2:9: pause is \"0s\"; expected more than nothing"},
      {"pause = 1979-05-27",
       "f:2:9: pause is a date or time; expected a duration such as 300ms, 1.5s or 2m, at most 24h"},
      {"expect = ''", "f:2:10: expect waits for nothing; expected a text"},
      {"expect = []", "f:2:10: a list of 0 texts to expect; expected 1 to 50"},
      {"expect = ['a', 3]",
       "f:2:16: expect is a whole number; expected a string, { line = \"...\" }, or a list of them"},
      {"expect = { text = 'a' }", "f:2:12: unknown key \"text\" in expect; expected line"},
      {"expect = {}", "f:2:10: expect names no line; expected { line = \"...\" }"},
      {"lines = {}", "f:2:9: lines sets nothing; expected dtr or rts"},
      {"lines = { cts = true }", "f:2:11: unknown key \"cts\" in lines; expected dtr or rts"},
      {"lines = { dtr = 'on' }", "f:2:17: dtr is a string; expected true or false"},
      {"lines = true",
       "f:2:9: lines is true or false; expected a table: lines = { dtr = true, rts = false }"},
      {"hangup = false", "f:2:10: hangup is false; expected true; leave the step out otherwise"},
      {"send = 'AT'\nlabel = 'next'", "f:3:9: \"next\" is no label; expected letters, digits, _ and -, a "
                                      "letter first; not next, end or fail"},
      {"send = 'AT'\nlabel = 'a b'", "f:3:9: \"a b\" is no label; expected letters, digits, _ and -, a "
                                     "letter first; not next, end or fail"},
      {"send = 'AT'\nwhen = true", "f:3:8: when is true or false; expected a string"},
  }));
  CAPTURE(each.body);
  CHECK(fault(each.body) == each.fault);
}

TEST_CASE("secrets stay out of what is shown") {
  const std::string secret = "[variables]\np = { secret = true, default = '5' }\n[[step]]\n";
  CHECK(toml_fault(secret + "say = '${p}'") ==
        "f:4:7: a secret variable in say; expected secrets in send, write and dial only");
  CHECK(toml_fault(secret + "expect = ['x${p}']") ==
        "f:4:11: a secret variable in expect; expected secrets in send, write and dial only");
  CHECK(toml_fault(secret + "pause = '${p}x'") ==
        "f:4:9: pause is a secret; expected a duration such as 300ms, 1.5s or 2m, at most 24h");
}

TEST_CASE("a step is skipped where its condition is empty or false, with what it says of itself") {
  const auto steps = [](const std::string& when) {
    const auto script = read_toml("[variables]\nv = '" + when +
                                      "'\n[[step]]\nwhen = '${v}'\npause = '${v}'\n[[step]]\nsend = 'AT'",
                                  "f", {}, NumberRules{});
    return script ? std::to_string(script.value().steps.size()) : shown(script.error());
  };
  CHECK(steps("") == "1");
  CHECK(steps("false") == "1");
  CHECK(steps("3s") == "2");
  CHECK_THAT(steps("yes"), ContainsSubstring("pause is \"yes\""));
  CHECK(fault("when = ''\nsay = 'x'\ntries = 2") ==
        "f:4:1: unknown key \"tries\" in a say step; expected say, label or when");
}
