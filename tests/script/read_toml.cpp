#include "harness/script/read.hpp"

#include "tests/catch.hpp"
#include "tests/script/faults.hpp"

using namespace dialbench::script;
using dialbench::tests::toml_fault;

TEST_CASE("a whole script") {
  const auto read = read_toml("name = 'call ${number}'\n"
                              "description = 'one call'\n"
                              "[variables]\n"
                              "number = { required = true }\n"
                              "[[step]]\n"
                              "label = 'again'\n"
                              "dial = 'T${number}'\n"
                              "[step.on]\n"
                              "BUSY = { goto = 'again', times = 2 }\n"
                              "[[step]]\n"
                              "hangup = true\n",
                              "call.toml", std::vector<Assignment>{{"number", "5550100"}}, NumberRules{});
  REQUIRE(read);
  const Script& script = read.value();
  CHECK(script.name == "call 5550100");
  CHECK(script.description == "one call");
  CHECK(script.file == "call.toml");
  CHECK_FALSE(script.chat);
  REQUIRE(script.steps.size() == 2);
  CHECK(script.steps[0].text.bytes == "T5550100");
  CHECK(script.steps[0].on.at(0).target == "again");
  CHECK(script.steps[1].place.line == 10);
}

TEST_CASE("a script without a name is called by its file") {
  const auto read = read_toml("[[step]]\nsend = 'AT'\n", "a/b.toml", {}, NumberRules{});
  REQUIRE(read);
  CHECK(read.value().name == "a/b.toml");
}

TEST_CASE("a label of a skipped step means the step that follows") {
  const std::string head = "[[step]]\nsend = 'AT'\non = { OK = 'x', ERROR = 'y' }\n"
                           "[[step]]\nlabel = 'x'\nwhen = ''\nsay = 'x'\n";
  const auto unnamed = read_toml(head + "[[step]]\nlabel = 'y'\nwhen = ''\nsay = 'y'\n[[step]]\nsay = 'z'\n",
                                 "f", {}, NumberRules{});
  REQUIRE(unnamed);
  REQUIRE(unnamed.value().steps.size() == 2);
  CHECK(unnamed.value().steps[0].on[0].target == unnamed.value().steps[1].label);
  CHECK(unnamed.value().steps[0].on[1].target == unnamed.value().steps[1].label);
  CHECK_FALSE(unnamed.value().steps[1].label.empty());

  const auto named = read_toml(head + "[[step]]\nlabel = 'y'\nsay = 'z'\n", "f", {}, NumberRules{});
  REQUIRE(named);
  CHECK(named.value().steps[0].on[0].target == "y");

  const auto at_the_end =
      read_toml("[[step]]\nsend = 'AT'\non = { OK = 'x' }\n[[step]]\nlabel = 'x'\nwhen = ''\nsay = 'x'\n",
                "f", {}, NumberRules{});
  REQUIRE(at_the_end);
  CHECK(at_the_end.value().steps[0].on[0].target == "end");
}

TEST_CASE("faults of the whole script") {
  struct Case {
    std::string text;
    std::string fault;
  };
  const auto each = GENERATE(values<Case>({
      {"", "f:1:1: the script is empty; expected at least one step"},
      {"\n \r\n", "f:1:1: the script is empty; expected at least one step"},
      {std::string("name = 'x'\n\0\0", 13), "f:2:1: a NUL byte: this is no text file; expected a script"},
      {std::string(script_bytes_max + 1, '#'), "f: the script is too large; expected at most 1048576 bytes"},
      {"# nothing\n", "f:1:1: the script has no step; expected [[step]]"},
      {"name = 'x'\n", "f:1:1: the script has no step; expected [[step]]"},
      {"step = []\n", "f:1:1: the script has no step; expected [[step]]"},
      {"[step]\nsend = 'AT'\n", "f:1:1: step is a table; expected [[step]], once for each step"},
      {"step = [1]\n", "f:1:9: a step that is no table; expected [[step]]"},
      {"\nnmae = 'x'\n[[step]]\nsend = 'AT'\n",
       "f:2:1: unknown key \"nmae\" in a script; expected name, description, variables or step"},
      {"name = 3\n[[step]]\nsend = 'AT'\n", "f:1:8: name is a whole number; expected a string"},
      {"variables = 3\n[[step]]\nsend = 'AT'\n",
       "f:1:13: variables is a whole number; expected a table: [variables]"},
      {"[variables]\np = { secret = true }\n[[step]]\nsend = 'AT'\n", "no fault"},
      {"name = '${p}'\n[variables]\np = { secret = true }\n[[step]]\nsend = 'AT'\n",
       "f:1:8: a secret variable in name; expected secrets in send, write and dial only"},
      {"[[step]]\nsend = 'AT'\nlabel = 'a'\n[[step]]\nlabel = 'a'\nsend = 'AT'\n",
       "f:5:9: a second label \"a\"; expected labels that differ"},
      {"[[step]]\nsend = 'AT'\non = { OK = 'x' }\n",
       "f:3:13: no step has the label \"x\"; expected next, end or fail"},
      {std::string(500000, 'a').replace(1, 1, "."), "f:1:500001: no TOML: "},
  }));
  CAPTURE(each.text.substr(0, 60));
  CHECK_THAT(toml_fault(each.text), StartsWith(each.fault));
}

TEST_CASE("what is no TOML is named with its place") {
  CHECK_THAT(toml_fault("name = 'x'\nsend == 3\n"), StartsWith("f:2:7: no TOML: "));
  CHECK_THAT(toml_fault("name = 'x\n"), StartsWith("f:1:10: no TOML: "));
  CHECK_THAT(toml_fault("\x89PNG\r\n\x1a\n"), StartsWith("f:1:"));
}

TEST_CASE("a key of half a million dots does not end the program") {
  std::string text;
  for (int i = 0; i < 400000; ++i) text += "a.";
  CHECK(toml_fault(text + "a = 1\n") ==
        "f:1:34: nested too deeply; expected keys and lists as in docs/scripts.md");
}

TEST_CASE("more steps than a script may have") {
  std::string text;
  for (int i = 0; i < 1001; ++i) text += "[[step]]\nsend = 'AT'\n";
  CHECK_THAT(toml_fault(text), ContainsSubstring("1001 steps; expected at most 1000"));
}
