#include "harness/script/quoted.hpp"

#include "tests/catch.hpp"

using namespace dialbench::script;

TEST_CASE("text in a message carries no control bytes and has an end") {
  CHECK(in_quotes("BUSY") == "\"BUSY\"");
  CHECK(in_quotes("a\x1b[2J\xff") == "\"a\\x1b[2J\\xff\"");
  CHECK(printable(std::string(41, 'x')) == std::string(40, 'x') + "...");
  CHECK(printable(std::string(40, 'x')) == std::string(40, 'x'));
}

TEST_CASE("a list of words reads as a sentence") {
  CHECK(listed("one") == "one");
  CHECK(listed("one two") == "one or two");
  CHECK(listed("one two three") == "one, two or three");
  CHECK(listed("").empty());
}
