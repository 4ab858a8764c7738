// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

using dialbench::tests::fits_the_page;
using dialbench::tests::Folder;
using dialbench::tests::run_program;

TEST_CASE("a scenario that cannot be read is named once, with its place, within the page", "[binary]") {
  const Folder folder;
  folder.write("bad.toml", "name = 'x'\n[modem]\nno_such_habit_of_a_modem = 'what is not known'\n");
  const auto ran = run_program("test bad.toml", "env -C " + folder / "");
  REQUIRE(ran.status == 1);
  REQUIRE_THAT(ran.out, StartsWith("FAIL  a scenario that cannot be read"));
  REQUIRE_THAT(ran.out, ContainsSubstring("\n      bad.toml:3:"));
  REQUIRE(ran.out.find("bad.toml: bad.toml") == std::string::npos);
  REQUIRE(fits_the_page(ran.out));
}
