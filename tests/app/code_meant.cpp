#include "harness/app/code_meant.hpp"

#include "tests/catch.hpp"

using dialbench::app::code_meant;

TEST_CASE("an exit status means its code") {
  CHECK(code_meant({"80"}) == "680");
  CHECK(code_meant({"76"}) == "676");
  CHECK(code_meant({"64"}).empty()); // wrong usage
  CHECK(code_meant({"0"}).empty());
  CHECK(code_meant({"12345"}).empty());
}

TEST_CASE("a number stands in a sentence") {
  CHECK(code_meant({"678."}) == "678");
  CHECK(code_meant({"#692,"}) == "692");
  CHECK(code_meant({"678.5"}).empty());
}

TEST_CASE("a word with a slip of the pen means the nearest that names a code") {
  CHECK(code_meant({"ERROR_LINE_BUS"}) == "ERROR_LINE_BUSY");
  CHECK(code_meant({"no", "carier"}) == "NO CARRIER");
  CHECK(code_meant({"dailtone"}) == "DIALTONE");
  CHECK(code_meant({"xyzzy", "plugh"}).empty());
  CHECK(code_meant({"explain"}).empty()); // PLAIN stands in a sentence of ours, and names nothing
  CHECK(code_meant({}).empty());
  CHECK(code_meant({std::string(10000, 'q')}).empty());
}
