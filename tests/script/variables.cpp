#include "harness/script/variables.hpp"

#include "tests/catch.hpp"
#include "tests/script/faults.hpp"

using namespace dialbench::script;
using dialbench::tests::toml_fault;

namespace {

// A script whose one step says `text`; what it says, or the fault.
std::string said(const std::string& variables, const std::string& text,
                 const std::vector<Assignment>& given = {}) {
  const auto script = read_toml("[variables]\n" + variables + "\n[[step]]\nwrite = '" + text + "'\n", "f",
                                given, NumberRules{});
  return script ? script.value().steps.at(0).text.bytes : shown(script.error());
}

} // namespace

TEST_CASE("placeholders are filled from defaults and from the command line") {
  CHECK(said("a = 'x'\nb = 7\nc = true", "${a}${b}${c}") == "x7true");
  CHECK(said("a = 'x'", "<${a}>", {{"a", "y"}}) == "<y>");
  CHECK(said("a = {}", "<${a}>") == "<>");
  CHECK(said("a = { required = true }", "${a}", {{"a", "1"}}) == "1");
  CHECK(said("a = 'x'\nb = 'n${a}n'", "${b}") == "nxn");
}

TEST_CASE("dollars") {
  CHECK(said("", "$$") == "$");
  CHECK(said("a='x'", "$${a}") == "${a}");
  CHECK(said("a='x'", "$$$${a}$${a}") == "$${a}${a}");
  CHECK(said("", "AT$QC$") == "AT$QC$");
}

TEST_CASE("what the command line gives is taken as it is") {
  CHECK(said("a = ''", "${a}", {{"a", "${a}$$"}}) == "${a}$$");
}

TEST_CASE("a secret makes secret whatever it gets into") {
  const auto script = read_toml("[variables]\np = { secret = true, default = 'x' }\nq = 'a${p}'\nr = 'b'\n"
                                "[[step]]\nwrite = '${q}'\n[[step]]\nwrite = '${r}'\n",
                                "f", {}, NumberRules{});
  REQUIRE(script);
  CHECK(script.value().steps[0].text.secret);
  CHECK_FALSE(script.value().steps[1].text.secret);
}

TEST_CASE("faults of variables") {
  CHECK(said("a = 'x'", "${b}") == "f:4:9: unknown variable \"b\"; expected a");
  CHECK(said("", "${b}") == "f:4:9: unknown variable \"b\"; expected a variable that [variables] declares");
  CHECK(said("", "${b") == "f:4:9: ${ without }; expected ${name}, or $$ for a dollar");
  CHECK(said("a = 1\nb = 2\nc = 3", "", {{"d", "1"}}) ==
        "f: the script has no variable \"d\"; expected a, b or c");
  CHECK(said("", "x", {{"d", "1"}}) ==
        "f: the script has no variable \"d\"; expected none, the script has no variables");
  CHECK(said("a = 1", "x", {{"a", "1"}, {"a", "2"}}) ==
        "f: variable \"a\" is set twice; expected one value for it");
  CHECK(said("a = { required = true, what = 'the number' }", "x") ==
        "f:2:1: variable \"a\" is not set; expected a=VALUE (the number)");
  CHECK(said("a = { required = true }", "x", {{"a", ""}}) ==
        "f:2:1: variable \"a\" is not set; expected a=VALUE");
  CHECK(said("a = { required = true, default = 'x' }", "x") ==
        "f:2:1: a required variable with a default; expected one of the two");
  CHECK(said("  a = '${a}'", "x") ==
        "f:2:3: the default of \"a\" leads back to itself; expected a default that does not use a");
  CHECK(said("a = '${b}'\nb = '${a}'", "x") ==
        "f:2:1: the default of \"a\" leads back to itself; expected a default that does not use a");
  CHECK(said("a = [1]", "x") == "f:2:5: a is a list; expected a string, a whole number, true or false");
  CHECK(said("a = { defualt = 1 }", "x") ==
        "f:2:7: unknown key \"defualt\" in a variable; expected default, required, secret or what");
  CHECK(said("a = { secret = 'yes' }", "x") == "f:2:16: secret is a string; expected true or false");
  CHECK(said("'a b' = 1", "x") ==
        "f:2:1: \"a b\" is no name for a variable; expected letters, digits, _ and -, a letter first");
}

TEST_CASE("variables that double each other are stopped, not followed") {
  std::string variables = "v0 = 'xxxxxxxxxxxxxxxx'\n";
  for (int i = 1; i < 60; ++i)
    variables +=
        "v" + std::to_string(i) + " = '${v" + std::to_string(i - 1) + "}${v" + std::to_string(i - 1) + "}'\n";
  CHECK_THAT(said(variables, "${v59}"),
             ContainsSubstring("too long with its variables filled in; expected at most 4096"));
}

TEST_CASE("too many variables, and a value that is too long") {
  std::string variables;
  for (int i = 0; i < 201; ++i) variables += "v" + std::to_string(i) + " = 1\n";
  CHECK_THAT(said(variables, "x"), ContainsSubstring("too many variables; expected at most 200"));
  CHECK(said("a = ''", "x", {{"a", std::string(4097, 'y')}}) ==
        "f: the value of \"a\" is too long; expected at most 4096 bytes");
}

TEST_CASE(
    "a variable that is not set, and one that is not known, are faults of what was given, not of the file") {
  constexpr auto text = "[variables]\nwhom = { required = true }\n[[step]]\ndial = 'T${whom}'\n";
  const auto fault = [](const std::vector<Assignment>& given, const std::string& script) {
    return read_toml(script, "s.toml", given, {}).error();
  };
  CHECK(fault({}, text).of_what_was_given);
  CHECK(fault({{"who", "1"}}, text).of_what_was_given);
  CHECK(fault({{"whom", "1"}, {"whom", "2"}}, text).of_what_was_given);
  CHECK(read_chat("OK ATDT\\T\n", "s.chat", {}).error().of_what_was_given);
  CHECK_FALSE(read_chat("TIMEOUT soon\n", "s.chat", {}).error().of_what_was_given);
  CHECK_FALSE(fault({}, "[[step]]\nsned = 'AT'\n").of_what_was_given);
  CHECK_FALSE(fault({}, "").of_what_was_given);
  CHECK_FALSE(fault({}, "[[step]]\nsend = '${nobody}'\n").of_what_was_given);
  CHECK_FALSE(fault({{"whom", "911"}}, text).of_what_was_given); // a verdict: 775
}
