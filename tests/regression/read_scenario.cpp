#include "harness/regression/read_scenario.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using namespace std::chrono_literals;
using regression::read_scenario;

namespace {
std::string fault_of(std::string_view text) {
  const auto read = read_scenario(text, "s.toml");
  return read ? "none" : script::shown(read.error().front());
}
const std::string end = "[expect]\nclass = \"busy\"\n";
} // namespace

TEST_CASE("a whole scenario") {
  const auto read = read_scenario(R"(
name         = "all of it"
number       = "5550123"
script       = "login.toml"
dialect      = "usr"
attempts     = 2
dial_timeout = "8s"
pace         = 40
[variables]
user = "guest"
[modem]
echo      = false
line_ends = "cr_only"
refuses   = ["Z", "&F"]
[exchange]
ring_cycle = "5s"
[line.5550123]
kind  = "scripted"
[[line.5550123.says]]
after = "1s"
bytes = "BUSY"
[line.other]
kind = "dead"
[expect]
class = "busy"
first_class = "no_answer"
code = 676
word = "BUSY"
first_cause = "676.busy"
within = "20s"
not_before = "1s"
dials = 2
stale = 1
hung_up = true
)",
                                  "s.toml");
  REQUIRE(read);
  CHECK(read->name == "all of it");
  REQUIRE(read->variables.size() == 2);
  CHECK(read->variables[0].name == "number");
  CHECK(read->variables[1].value == "guest");
  CHECK(read->attempts == 2);
  CHECK(read->dial_timeout == Duration(8s));
  CHECK(read->pace == 40);
  CHECK_FALSE(read->habits.echo);
  CHECK(read->habits.line_ends == emulator::Habits::LineEnds::cr_only);
  CHECK(read->habits.refuses == std::vector<std::string>{"Z", "&F"});
  CHECK(read->exchange.ring_cycle == Duration(5s));
  CHECK(read->exchange.at("5550123").says.at(0).bytes == "BUSY");
  CHECK(read->exchange.at("4711").kind == emulator::Far::Kind::dead);
  CHECK(read->exchange.at("5550176").kind ==
        emulator::Far::Kind::busy); // the embedded exchange is there, too
  CHECK(read->expect.outcome == evidence::OutcomeClass::busy);
  CHECK(read->expect.first_outcome == evidence::OutcomeClass::no_answer);
  CHECK(read->expect.code == 676);
  CHECK(read->expect.first_cause == "676.busy");
  CHECK(read->expect.within == Duration(20s));
  CHECK(read->expect.dials == 2U);
  CHECK(read->expect.stale == 1U);
  CHECK(read->expect.hung_up == true);
}

TEST_CASE("faults stand at their line and column, and say what was expected") {
  CHECK_THAT(fault_of("number = \"1\"\n" + end), StartsWith("s.toml:1:1: the scenario has no name"));
  CHECK_THAT(fault_of("name = \"x\"\n"), ContainsSubstring("expects nothing"));
  CHECK_THAT(fault_of("name = \"x\"\nnmber = \"1\"\n" + end),
             StartsWith("s.toml:2:1: unknown key \"nmber\""));
  CHECK_THAT(fault_of("name = \"x\"\n[modem]\nech = true\n" + end),
             StartsWith("s.toml:3:1: unknown key \"ech\" (echo?) in [modem]"));
  CHECK_THAT(fault_of("name = \"x\"\n[line.5]\nkind = \"asleep\"\n" + end),
             StartsWith("s.toml:3:8: kind = \"asleep\" is not understood"));
  CHECK_THAT(
      fault_of("name = \"x\"\n[expect]\nclass = \"bussy\"\n"),
      StartsWith("s.toml:3:9: class = \"bussy\" is not understood; expected an outcome class (busy?): "));
  CHECK_THAT(fault_of("name = \"x\"\nattempts = 0\n" + end), StartsWith("s.toml:2:12:"));
  CHECK_THAT(fault_of("name = \"x\"\npace = -1\n" + end),
             StartsWith("s.toml:2:8: pace = -1 is not understood"));
  CHECK_THAT(fault_of("name = \"x\"\n[expect]\nwithin = \"soon\"\n"), StartsWith("s.toml:3:10:"));
  CHECK_THAT(fault_of("name = \"x\"\n[line.5]\nsays = [1]\n" + end), ContainsSubstring("tables"));
  CHECK_THAT(fault_of("name ="), StartsWith("s.toml:1:"));
  CHECK(fault_of("") == "s.toml:1:1: the scenario is empty; expected name, and [expect]");
  CHECK(fault_of(" \r\n\t") == fault_of(""));
  CHECK_THAT(fault_of(std::string("na\0me", 5)), StartsWith("s.toml"));
}

TEST_CASE("every fault of a scenario is told, in the order of the lines") {
  const auto read = read_scenario(R"toml(nmae = "x"
attempts = 0
number = [1]
pace = "fast"
[modem]
ech = true
line_ends = "none"
[exchange]
ring_cycle = "soon"
[line.5]
kind = "asleep"
rate = -1
[line."(5)"]
kind = "busy"
[[faults]]
kind = "dorp"
way = "up"
[[faults]]
byte = 1
[expect]
clas = "busy"
code = "676"
within = "soon"
sent = [1]
)toml",
                                  "s.toml");
  REQUIRE_FALSE(read);
  std::vector<std::string> places;
  for (const auto& fault : read.error()) {
    const auto line = script::shown(fault);
    CHECK_THAT(line, StartsWith("s.toml:"));
    places.push_back(line.substr(7, line.find(':', 7) - 7));
  }
  CHECK(places == std::vector<std::string>{"1", "1", "2", "3", "4", "6", "7", "9", "11", "12", "13", "16",
                                           "17", "18", "21", "22", "23", "24"});
}

TEST_CASE("a scenario without a name or expectations says both, and a name that is empty is one fault") {
  const auto bare = read_scenario("number = \"1\"\n", "s.toml");
  REQUIRE_FALSE(bare);
  REQUIRE(bare.error().size() == 2);
  CHECK_THAT(script::shown(bare.error()[0]), ContainsSubstring("has no name"));
  CHECK_THAT(script::shown(bare.error()[1]), ContainsSubstring("expects nothing"));
  CHECK_THAT(fault_of("name = \"\"\n" + end), StartsWith("s.toml:1:8: the name is empty"));
  const auto mistyped = read_scenario("name = 1\n" + end, "s.toml");
  REQUIRE_FALSE(mistyped);
  CHECK(mistyped.error().size() == 1);
}

TEST_CASE("TOML that is none is one fault") {
  const auto read = read_scenario("name = \"x\"\n[expect\nclass = 1\n", "s.toml");
  REQUIRE_FALSE(read);
  CHECK(read.error().size() == 1);
}

TEST_CASE("an unknown expectation is answered with the keys, and no other word") {
  const auto fault = fault_of("name = \"x\"\n[expect]\nexit = 1\n");
  CHECK(fault ==
        "s.toml:3:1: unknown key \"exit\" in [expect]; expected class, first_class, code, word, "
        "first_cause, within, not_before, dials, stale, hung_up, kept, status, succeeds, speaks or sent");
}

TEST_CASE("a class in capitals is not understood, and the one that was meant is named") {
  const auto fault = fault_of("name = \"x\"\n[expect]\nclass = \"NO_ANSWER\"\n");
  CHECK_THAT(fault,
             StartsWith("s.toml:3:9: class = \"NO_ANSWER\" is not understood; expected an outcome class "
                        "(no_answer?): "));
  CHECK_THAT(fault_of("name = \"x\"\n[expect]\nclass = \"never heard of\"\n"),
             ContainsSubstring("expected an outcome class: "));
}

TEST_CASE("a whole number of seconds is a time, as in scripts") {
  const auto read = read_scenario("name = \"x\"\nnumber = 5550176\ndial_timeout = 8\n"
                                  "[exchange]\nring_cycle = 5\n[expect]\nwithin = 30\nnot_before = 0\n",
                                  "s.toml");
  REQUIRE(read);
  CHECK(read->dial_timeout == Duration(8s));
  const auto of_a_command = read_scenario("name = \"x\"\ncommand = \"true\"\ncommand_timeout = 90\n"
                                          "[expect]\nstatus = 0\n",
                                          "s.toml");
  REQUIRE(of_a_command);
  CHECK(of_a_command->command_timeout == Duration(90s));
  CHECK(read->exchange.ring_cycle == Duration(5s));
  CHECK(read->expect.within == Duration(30s));
  CHECK(read->expect.not_before == Duration(0s));
  for (const auto* wrong : {"-1", "86401", "1.5", "true", "\"5 x\"", "[3]", "1979-05-27"}) {
    CAPTURE(wrong);
    const auto fault = fault_of("name = \"x\"\n[expect]\nwithin = " + std::string(wrong) + "\n");
    CHECK_THAT(fault, StartsWith("s.toml:3:1"));
    CHECK(fault.ends_with("; expected a duration: 8s, 300ms, 1m30s"));
  }
}

TEST_CASE("a script and a chat script are one too many, and said at the second") {
  CHECK(fault_of("name = \"x\"\nscript = \"dial.toml\"\nchat = \"y.chat\"\n" + end) ==
        "s.toml:3:1: a script and a chat script; expected one of them");
  CHECK(fault_of("name = \"x\"\nchat = \"y.chat\"\nscript = \"dial.toml\"\n" + end) ==
        "s.toml:3:1: a script and a chat script; expected one of them");
}

TEST_CASE("a slot that no command has, and a code or a cause that no verdict has, are faults of the file") {
  const std::string expects = "[expect]\nstatus = 0\n";
  CHECK(fault_of("name = \"x\"\ncommand = \"true {prot}\"\n" + expects) ==
        "s.toml:2:11: unknown {prot} ({port}?) in command; expected {port}, {number} or {folder}, or a "
        "blank behind a { that is the shell's");
  CHECK_THAT(fault_of("name = \"x\"\ncommand = \"true {port3}\"\n" + expects),
             StartsWith("s.toml:2:11: unknown {port3} ({port}?) in command"));
  CHECK(fault_of("name = \"x\"\ncommand = \"awk '{print}' {port} {number} {folder}\"\n" + expects) == "none");
  const auto two =
      read_scenario("name = \"x\"\ncommand = \"{prot}\"\n" + expects + "class = \"busy\"\n", "s");
  REQUIRE_FALSE(two);
  CHECK(two.error().size() == 2); // of which the other is that a class is expected of a command

  CHECK_THAT(fault_of("name = \"x\"\n[expect]\ncode = 999\n"),
             StartsWith("s.toml:3:8: code = 999 is not understood; expected 0 (a success), or a code"));
  CHECK(fault_of("name = \"x\"\n[expect]\ncode = 0\n") == "none");
  CHECK_THAT(
      fault_of("name = \"x\"\n[expect]\nfirst_cause = \"nosuch\"\n"),
      StartsWith("s.toml:3:15: first_cause = \"nosuch\" is not understood; expected the id of a cause"));
  CHECK_THAT(fault_of("name = \"x\"\n[expect]\nfirst_cause = \"676.bsy\"\n"),
             ContainsSubstring("the id of a cause (676.busy?): 676.busy "));
  CHECK(fault_of("name = \"x\"\n[expect]\nfirst_cause = \"\"\n") == "none");
}

TEST_CASE("a number that is written twice is a fault, and one with a star is another number") {
  const std::string front = "name = \"x\"\nnumber = \"70\"\n";
  CHECK(
      read_scenario(front + "[line.70]\nkind = \"busy\"\n[line.\"*70\"]\nkind = \"busy\"\n" + end, "s.toml"));
  const auto twice =
      read_scenario(front + "[line.\"7-0\"]\nkind = \"busy\"\n[line.70]\nkind = \"busy\"\n" + end, "s.toml");
  REQUIRE(!twice);
  CHECK(twice.error().size() == 1);
}

TEST_CASE("an empty command is a fault, and no missing one") {
  CHECK_THAT(fault_of("name = \"x\"\nnumber = \"1\"\ncommand = \"\"\ncommand_timeout = \"5s\"\n" + end),
             StartsWith("s.toml:3:11: command is empty; expected a shell command"));
}

TEST_CASE("a command's time without a command is a fault") {
  CHECK_THAT(fault_of("name = \"x\"\nnumber = \"1\"\ncommand_timeout = \"5s\"\n" + end),
             StartsWith("s.toml:3:1: command_timeout is said, and there is no command; expected command = "));
  CHECK(fault_of("name = \"x\"\ncommand_timeout = \"5s\"\ncommand = \"true\"\n[expect]\nstatus = 0\n") ==
        "none");
}
