#include "harness/app/script_file.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

namespace dialbench::app {
using tests::Folder;

TEST_CASE("a script that is where it was named is that one") {
  const Folder here, shipped;
  shipped.write("probe.toml", "");
  const auto mine = here.write("probe.toml", "");
  CHECK(script_file(mine, shipped / "") == mine);
}

TEST_CASE("a shipped script goes by its name from any folder") {
  const Folder shipped;
  shipped.write("probe.toml", "");
  shipped.write("regression/676-busy.toml", "");
  CHECK(script_file("probe.toml", shipped / "") == shipped / "probe.toml");
  CHECK(script_file("scripts/probe.toml", shipped / "") == shipped / "probe.toml");
  CHECK(script_file("scripts/regression/676-busy.toml", shipped / "") ==
        shipped / "regression/676-busy.toml");
}

TEST_CASE("a shipped suite goes by its name, too, and is no script") {
  const Folder shipped;
  shipped.write("conformance/busy.toml", "");
  CHECK(script_place("scripts/conformance", shipped / "") == shipped / "conformance");
  CHECK(script_place("conformance/busy.toml", shipped / "") == shipped / "conformance/busy.toml");
  CHECK(script_file("conformance", shipped / "") == "conformance");
}

TEST_CASE("what is no shipped script keeps the name that it was given") {
  const Folder shipped;
  shipped.write("probe.toml", "");
  shipped.write("regression/676-busy.toml", "");
  const std::string name =
      GENERATE("mine.toml", "./probe.toml", "../probe.toml", "/no/probe.toml", "regression", "scripts/", "");
  CAPTURE(name);
  CHECK(script_file(name, shipped / "") == name);
}

} // namespace dialbench::app
