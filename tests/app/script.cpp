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
  REQUIRE(run_program("script " + file).status == 64);
  REQUIRE(run_program("script " + file + " whom=5550176 who=1").status == 64);
  REQUIRE(run_program("script " + file + " whom=911911911911x").status == 149);
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
  REQUIRE(run_program("script --chat " + file + " T=5550180").status == 80);
  REQUIRE(run_program("script --chat " + file + " whom=5550180").status == 64);
  const auto fixed = folder.write("fixed", "'' ATZ OK ATDT5550176 CONNECT ''\n");
  const auto unused = run_program("script --chat " + fixed + " T=5550180");
  REQUIRE(unused.status == 64);
  REQUIRE_THAT(unused.err, ContainsSubstring("T is given, and no \\T"));
}

TEST_CASE("files that cannot be read are wrong usage, files that are no scripts are 752", "[binary]") {
  const Folder folder;
  folder.write("empty", "");
  const auto [file, status] = GENERATE(table<std::string, int>(
      {{"/dev/null", 64}, {"/tmp", 64}, {"/no/such/file", 64}, {"empty", 152}, {"/bin/ls", 152}}));
  CAPTURE(file);
  REQUIRE(run_program("script " + file, "env -C " + folder / "").status == status);
}

TEST_CASE("a shipped script runs from any folder by its name", "[binary]") {
  const Folder elsewhere;
  const std::string name = GENERATE("probe.toml", "scripts/probe.toml");
  const auto ran = run_program("script " + name, "env -C " + elsewhere / "");
  REQUIRE(ran.status == 0);
}

TEST_CASE("the page has what the modem replied to a script, below each command", "[binary]") {
  const auto ran = run_program("script probe.toml");
  REQUIRE(ran.status == 0);
  REQUIRE_THAT(ran.out, ContainsSubstring("\n\nReplies\n  ATI\n    dialbench emulated modem\n  ATI3\n"));
  REQUIRE_THAT(ran.out, ContainsSubstring("\n  AT&V\n    ACTIVE PROFILE:\n"));
  REQUIRE(ran.out.find("    050\n") == std::string::npos); // told already: S7 reads 50 s
  REQUIRE(run_program("script --json probe.toml").out.find("Replies") == std::string::npos);
}
