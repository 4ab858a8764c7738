#include "harness/app/version.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

TEST_CASE("the program and CMakeLists.txt have one version") {
  const auto cmake = dialbench::tests::read_whole(DIALBENCH_SOURCE_DIR "/CMakeLists.txt");
  REQUIRE_THAT(cmake, ContainsSubstring("project(dialbench VERSION " DIALBENCH_VERSION " "));
}
