#include "harness/app/nearest.hpp"

#include "tests/catch.hpp"

namespace dialbench::app {

TEST_CASE("edits are letters changed, lost, added or swapped") {
  REQUIRE(edits_between("dial", "dial") == 0);
  REQUIRE(edits_between("dail", "dial") == 1);
  REQUIRE(edits_between("dal", "dial") == 1);
  REQUIRE(edits_between("diall", "dial") == 1);
  REQUIRE(edits_between("", "dial") == 4);
}

TEST_CASE("a mistyped command is recognised, another word is not") {
  const auto near = [](std::string_view word) {
    const auto* command = nearest(word, commands());
    return command ? command->name : "";
  };
  REQUIRE(near("dail") == "dial");
  REQUIRE(near("prots") == "ports");
  REQUIRE(near("emulat") == "emulate");
  REQUIRE(near("explian") == "explain");
  REQUIRE(near("zzz").empty());
  REQUIRE(near("").empty());
  REQUIRE(near(std::string(5000, 'd')).empty());
}

TEST_CASE("of names it is the same") {
  const std::string names[] = {"port", "speed", "simulate"};
  REQUIRE(nearest("prot", names) == "port");
  REQUIRE(nearest("simulat", names) == "simulate");
  REQUIRE(nearest("", names).empty());
  REQUIRE(nearest("hold", names).empty());
}

} // namespace dialbench::app
