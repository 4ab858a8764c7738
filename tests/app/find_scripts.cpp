#include "harness/app/find_scripts.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

namespace dialbench::app {
using tests::Folder;

TEST_CASE("in the working tree the scripts stand two floors above the program") {
  const Folder tree;
  tree.write("scripts/dial.toml", "");
  const auto found = find_scripts(tree / "build/release/dialbench", "");
  REQUIRE(found);
  REQUIRE(*found == tree / "scripts");
}

TEST_CASE("where it is installed they stand in share") {
  const Folder prefix;
  prefix.write("share/dialbench/scripts/dial.toml", "");
  const auto found = find_scripts(prefix / "bin/dialbench", "");
  REQUIRE(found);
  REQUIRE(*found == prefix / "share/dialbench/scripts");
}

TEST_CASE("a folder that was chosen wins, and is the only one") {
  const Folder tree;
  tree.write("scripts/dial.toml", "");
  tree.write("mine/dial.toml", "");
  REQUIRE(*find_scripts(tree / "build/release/dialbench", tree / "mine") == tree / "mine");
  const auto missing = find_scripts(tree / "build/release/dialbench", tree / "nowhere");
  REQUIRE(!missing);
  REQUIRE_THAT(missing.error(), ContainsSubstring(tree / "nowhere"));
}

TEST_CASE("where there are none, it is said where they were looked for") {
  const Folder empty;
  const auto missing = find_scripts(empty / "bin/dialbench", "");
  REQUIRE(!missing);
  REQUIRE_THAT(missing.error(), ContainsSubstring(empty / "share/dialbench/scripts"));
  REQUIRE_THAT(missing.error(), ContainsSubstring("DIALBENCH_SCRIPTS"));
}

} // namespace dialbench::app
