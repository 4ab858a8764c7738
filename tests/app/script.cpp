// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <nlohmann/json.hpp>

using dialbench::tests::Folder;
using dialbench::tests::run_program;
using nlohmann::json;

TEST_CASE("a script gets its variables from the command line", "[binary]") {
  const Folder folder;
  const auto file = folder.write("s.toml", "[variables]\nwhom = { required = true }\n"
                                           "[[step]]\nsend = 'AT'\n[[step]]\ndial = 'T${whom}'\n");
  const auto ran = run_program("script --json " + file + " whom=5550176");
  REQUIRE(ran.status == 76);
  REQUIRE(json::parse(ran.out)["dial_command"] == "ATDT5550176");
  REQUIRE(run_program("script " + file).status == 152);
  REQUIRE(run_program("script " + file + " whom=5550176 who=1").status == 152);
}

TEST_CASE("a script that dials nothing ends well", "[binary]") {
  const Folder folder;
  const auto file = folder.write("s.toml", "[[step]]\nsend = 'AT'\n");
  const auto ran = run_program("script " + file);
  REQUIRE(ran.status == 0);
  REQUIRE_THAT(ran.out, ContainsSubstring("DONE    class completed\n"));
}

TEST_CASE("a chat script has T and U, and no other variables", "[binary]") {
  const Folder folder;
  const auto file = folder.write("chat", "'' ATZ OK ATDT\\T CONNECT ''\n");
  REQUIRE(run_program("script --chat " + file + " T=5550180").status != 152);
  REQUIRE(run_program("script --chat " + file + " whom=5550180").status == 152);
}

TEST_CASE("files that are no scripts are 752", "[binary]") {
  const Folder folder;
  const std::string file = GENERATE("/dev/null", "/tmp", "/bin/ls", "/no/such/file");
  CAPTURE(file);
  REQUIRE(run_program("script " + file).status == 152);
}
