#include "harness/script/script.hpp"

#include "tests/catch.hpp"

using namespace dialbench::script;

TEST_CASE("a fault is shown as one line, without the parts that are not there") {
  CHECK(shown({"a.toml", {3, 7}, "step 2 has no action", "send or dial"}) ==
        "a.toml:3:7: step 2 has no action; expected send or dial");
  CHECK(shown({"a.toml", {3, 0}, "found", ""}) == "a.toml:3: found");
  CHECK(shown({"a.toml", {}, "found", "other"}) == "a.toml: found; expected other");
  CHECK(shown({"", {}, "found", ""}) == "found");
}
