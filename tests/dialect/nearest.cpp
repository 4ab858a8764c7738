#include "harness/dialect/nearest.hpp"

#include "tests/catch.hpp"

using namespace dialbench::dialect;
using Names = std::vector<std::string_view>;

TEST_CASE("the distance counts letters that were changed, lost or added, in any case") {
  CHECK(distance("", "") == 0);
  CHECK(distance("usr", "USR") == 0);
  CHECK(distance("usr", "us") == 1);
  CHECK(distance("us", "usr") == 1);
  CHECK(distance("lucent", "lucant") == 1);
  CHECK(distance("abc", "") == 3);
  CHECK(distance("kitten", "sitting") == 3);
}

TEST_CASE("names of any length cost bounded work") {
  const std::string one(1'000'000, 'a');
  const std::string other(1'000'000, 'b');
  CHECK(distance(one, other) == 64);
}

TEST_CASE("names that contain the word stand first, then the nearest") {
  CHECK(nearest_first("slow", {"Acme Fast", "slaw", "Acme Slow"}) == Names{"Acme Slow", "slaw", "Acme Fast"});
  CHECK(nearest_first("x", {}).empty());
}

TEST_CASE("one is meant where few letters differ, and none where all do") {
  CHECK(meant("lucnt", {"usr", "lucent"}) == "lucent");
  CHECK(meant("numbr", {"number", "word"}) == "number");
  CHECK(meant("klingon", {"usr", "lucent"}).empty());
  CHECK(meant("xyz", {"usr"}).empty());
  CHECK(meant("", {"usr"}).empty());
}

TEST_CASE("case is no difference, and nothing but letters has one") {
  CHECK(same_in_any_case("MDMGEN.INF", "mdmgen.inf"));
  CHECK_FALSE(same_in_any_case("a", "ab"));
  CHECK_FALSE(same_in_any_case("@", "`"));
  CHECK(contains_in_any_case("Acme Fast", "FAST"));
  CHECK(contains_in_any_case("Acme", ""));
  CHECK_FALSE(contains_in_any_case("Acme", "Acme Fast"));
}
