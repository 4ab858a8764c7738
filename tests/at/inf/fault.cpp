#include "at/inf/fault.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

TEST_CASE("a fault is written as file, line, code and text") {
  Fault fault;
  fault.code = 654;
  fault.place.file = "mdmxyz.inf";
  fault.place.line = 12;
  fault.text = "%Brnad% is not defined in [Strings]";
  CHECK(message(fault) == "mdmxyz.inf:12: 654: %Brnad% is not defined in [Strings]");
  fault.place.line = 0;
  CHECK(message(fault) == "mdmxyz.inf: 654: %Brnad% is not defined in [Strings]");
}

TEST_CASE("what a fault shows of the file has no control bytes and is short") {
  CHECK(shown("a\x1B[2Jb\r") == "a\\x1B[2Jb\\x0D");
  CHECK(shown(std::string("\0\x7F", 2)) == "\\x00\\x7F");
  CHECK(shown(std::string(100, 'x')) == std::string(60, 'x') + "...");
  CHECK(quoted("Net") == "'Net'");
  CHECK(joined({"a", "", "b"}) == "ab");
}

TEST_CASE("a fault is told in ASCII, whatever bytes its file and its text have") {
  using namespace dialbench::at::inf;
  CHECK(message({653, {"m\x0f.inf", 3}, "Needs names [Mod\xe8le]"}) ==
        "m\\x0F.inf:3: 653: Needs names [Mod\\xE8le]");
}
