// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"

#include <regex>

using dialbench::tests::fits_the_page;
using dialbench::tests::run_program;

TEST_CASE("every page of help fits the page and is no error", "[binary]") {
  const auto command = GENERATE("", "dial ", "script ", "emulate ", "replay ", "test ", "explain ", "ports ");
  const auto flag = GENERATE("--help", "-h");
  CAPTURE(command);
  const auto ran = run_program(std::string(command) + flag);
  REQUIRE(ran.status == 0);
  REQUIRE(ran.err.empty());
  REQUIRE_THAT(ran.out, ContainsSubstring("Usage: dialbench"));
  REQUIRE(fits_the_page(ran.out));
}

TEST_CASE("help has the commands by the three jobs, and the exit status", "[binary]") {
  const auto help = run_program("--help").out;
  for (const auto* text : {"One line that does not work:\n  dial ", "Software that dials, in CI:\n",
                           "\n  emulate ", "Modems on a bench:\n  ports ", "Exit status"}) {
    REQUIRE_THAT(help, ContainsSubstring(text));
  }
  REQUIRE_THAT(run_program("dial --help").out,
               ContainsSubstring("the code minus 600      for codes 602-723, 749"));
}

TEST_CASE("help speaks of no option that the command has not", "[binary]") {
  REQUIRE(run_program("dial --help").out.ends_with("With --repeat it is the last call's.\n"));
  REQUIRE(run_program("script --help").out.find("--repeat") == std::string::npos);
  REQUIRE_THAT(run_program("test --help").out,
               ContainsSubstring("Exit status: 0 all passed; 1 some failed, or cannot be read; 64"));
  for (const auto* command : {"emulate", "replay"})
    REQUIRE_THAT(
        std::regex_replace(run_program(std::string(command) + " --help").out, std::regex("\n *"), " "),
        ContainsSubstring("dialbench dial does not know it"));
}

TEST_CASE("the version", "[binary]") {
  const auto ran = run_program("--version");
  REQUIRE(ran.status == 0);
  REQUIRE_THAT(ran.out, StartsWith("dialbench 0."));
}

TEST_CASE("wrong usage is 64, says what is wrong and where to read on", "[binary]") {
  const auto [arguments, says] = GENERATE(table<std::string, std::string>({
      {"dail 5550176", "Did you mean dial?"},
      {"5550176", "dialbench dial 5550176"},
      {"frobnicate", "there is no command 'frobnicate'"},
      {"--frobnicate", "there is no option --frobnicate"},
      {"dial", "the number is missing"},
      {"dial --sped 9600 5550176", "there is no option --sped"},
      {"dial --speed 5550176", "the number is missing"},
      {"dial --speed fast 5550176", "--speed: 'fast'"},
      {"dial --repeat 0 5550176", "--repeat"},
      {"dial --repeat 100001 5550176", "--repeat"},
      {"dial --s7 256 5550176", "1 to 255"},
      {"dial --hold soon 5550176", "--hold"},
      {"dial --flow rts 5550176", "rts-cts"},
      {"dial --format 8X1 5550176", "8N1"},
      {"dial --line leased 5550176", "simulator"},
      {"dial --transcript-format xml 5550176", "pppdump"},
      {"dial --script a --chat b 5550176", "excludes"},
      {"dial --chat a --init ATZ 5550176", "--init has no effect with --chat"},
      {"dial 555 0100",
       "one number is expected, in quotes where it has blanks:\n  dialbench dial '555 0100'\n"},
      {"dial -p ttyS99 555 01 00", "'555 01 00'"},
      {"dial 5550176 please", "please"},
      {"dial --prot ttyS99 5550176", "there is no option --prot. Did you mean --port?"},
      {"dial --spede=9600 5550176", "there is no option --spede=9600. Did you mean --speed?"},
      {"test --simulat", "Did you mean --simulate?"},
      {"dial -x 5550176", "there is no option -x\n"},
      {"dial ATDT5550100", "'ATDT5550100' is a command line, and a number is expected"},
      {"dial --chat a atdt5550100", "'atdt5550100' is a command line"},
      {"script", "FILE is required"},
      {"script scripts/dial.toml number", "name=value"},
      {"emulate", "--pty LINK, --socat LINK, --tcp PORT"},
      {"emulate --pty a --stdio", "excludes"},
      {"emulate --pty ''", "a name for the link"},
      {"emulate --stdio --pace 0", "--pace"},
      {"emulate --stdio --modems 2", "excludes"},
      {"emulate --pty a --modems 0", "1 to 1000 modems"},
      {"emulate --tcp x", "[HOST:]PORT is expected"},
      {"emulate --tcp 70000", "[HOST:]PORT is expected"},
      {"emulate --rfc2217 127.0.0.1:65535 --modems 2", "no ports for 2 modems"},
      {"emulate --stdio --control -", "standard input is the modem's"},
      {"emulate --stdio --pace nan", "--pace"},
      {"explain", "what?"},
      {"explain --layer nowhere", "there are"},
      {"explain 678 --layer port", "not both"},
      {"ports 5", "5"},
  }));
  CAPTURE(arguments);
  const auto ran = run_program(arguments);
  REQUIRE(ran.status == 64);
  REQUIRE(ran.out.empty());
  REQUIRE_THAT(ran.err, ContainsSubstring(says));
  REQUIRE(fits_the_page(ran.err));
}
