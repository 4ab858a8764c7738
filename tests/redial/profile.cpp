#include "harness/redial/profile.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <set>
#include <string>

using namespace dialbench::redial;
using namespace std::chrono_literals;

TEST_CASE("every row can be found by its country, in either case") {
  for (const Profile& row : profiles()) CHECK(&profile_for(row.id) == &row);
  CHECK(profile_for("US").id == "us");
  CHECK(profile_for("Nz").id == "nz");
}

TEST_CASE("a country without a row has the default") {
  for (const char* country : {"", "de", "usa", "u", "xx"}) CHECK(profile_for(country).id == "default");
}

TEST_CASE("the countries whose rules were found are there") {
  std::set<std::string> ids;
  for (const Profile& row : profiles()) ids.insert(std::string(row.id));
  CHECK(ids == std::set<std::string>{"default", "at", "au", "be", "ch", "fr", "gb", "it", "nz", "sg", "us"});
}

TEST_CASE("every row reads well in a sentence") {
  for (const Profile& row : profiles()) {
    INFO(row.id);
    CHECK_FALSE(row.title.empty());
    CHECK_FALSE(row.source.empty());
    const std::string words = std::string(row.title) + std::string(row.source);
    CHECK(std::all_of(words.begin(), words.end(),
                      [](char character) { return character >= ' ' && character <= '~'; }));
    CHECK(words.size() < 80);
  }
}

TEST_CASE("the last gap repeats") {
  const Gaps gaps{60, 60, 120};
  CHECK(gaps.after(1) == 60s);
  CHECK(gaps.after(2) == 60s);
  CHECK(gaps.after(3) == 120s);
  CHECK(gaps.after(50) == 120s);
  CHECK(Gaps{5}.after(1) == 5s);
}
