#include "tests/catch.hpp"
#include "tests/script/faults.hpp"

using namespace dialbench;
using tests::toml_fault;

TEST_CASE("a letter outside of ASCII is no blank and no key, and its place is told") {
  for (const auto& [text, place] :
       std::vector<std::pair<std::string, std::string>>{{"[é]\n", "f:1:2: "},
                                                        {"[[é]]\n", "f:1:3: "},
                                                        {"[a.é]\n", "f:1:4: "},
                                                        {"[ é]\n", "f:1:3: "},
                                                        {"é = 1\n", "f:1:1: "},
                                                        {"a = é\n", "f:1:5: "},
                                                        {"a =\u00A01\n", "f:1:4: "},
                                                        {"a\u2003= 1\n", "f:1:2: "}}) {
    CAPTURE(text);
    CHECK_THAT(toml_fault(text), StartsWith(place + "no TOML: "));
  }
}

TEST_CASE("in a text and in a remark it is welcome, behind a line that goes on, too") {
  const std::string step = "[[step]]\nsay = ";
  CHECK(toml_fault("# é\n" + step + "'é'\n") == "no fault");
  CHECK(toml_fault(step + "\"\"\"\\\n  é\"\"\"\n") == "no fault");
}

TEST_CASE("what is nested deeper than any file of ours is refused before it is read") {
  CHECK_THAT(toml_fault("a = " + std::string(10'000, '[')), ContainsSubstring("nested too deeply"));
}
