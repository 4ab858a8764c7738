#include "at/inf/fold.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

TEST_CASE("only ASCII letters lose their case") {
  CHECK(folded("ModemÄ.NTx86") == "modemÄ.ntx86");
  CHECK(same("AddReg", "ADDREG"));
  CHECK(!same("AddReg", "AddRe"));
  CHECK(folded_less("a", "B"));
  CHECK(!folded_less("B", "a"));
}

TEST_CASE("NUL and the end-of-file mark of DOS are blanks") {
  CHECK(trimmed(std::string_view("\0 a b\t\x1A", 7)) == "a b");
  CHECK(trimmed(" \t").empty());
}
