#include "at/inf/faults.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

TEST_CASE("faults come in the order of their places, the main file first, each once") {
  Faults faults;
  faults.add(661, 1, {"other.inf", 2}, "c");
  faults.add(661, 0, {"main.inf", 9}, "b");
  faults.add(654, 0, {"main.inf", 3}, "a");
  faults.add(661, 0, {"main.inf", 9}, "b");
  const auto found = faults.take();
  REQUIRE(found.size() == 3);
  CHECK(message(found[0]) == "main.inf:3: 654: a");
  CHECK(message(found[1]) == "main.inf:9: 661: b");
  CHECK(message(found[2]) == "other.inf:2: 661: c");
  CHECK(faults.take().empty());
}

TEST_CASE("a file cannot have more faults than a person reads") {
  Faults faults;
  for (std::size_t line = 1; line < 5000; ++line) faults.add(698, 0, {"main.inf", line}, "x");
  CHECK(faults.take().size() == Faults::count_max);
}
