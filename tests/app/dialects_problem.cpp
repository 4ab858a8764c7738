#include "harness/app/dialects_problem.hpp"

#include "tests/catch.hpp"

namespace dialbench::app {

TEST_CASE("a problem is told with its code and symbol, where it has a code") {
  CHECK(shown({657, "m.inf: gone"}) == "657 ERROR_FILE_COULD_NOT_BE_OPENED: m.inf: gone");
  CHECK(shown({0, "no such dialect"}) == "no such dialect");
  CHECK(code_and_symbol(659) == "659 ERROR_DEVICENAME_NOT_FOUND");
  CHECK(code_and_symbol(1) == "1");
}

} // namespace dialbench::app
