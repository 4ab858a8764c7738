#include "harness/dialect/load.hpp"

#include "at/dialect.hpp"
#include "at/result.hpp"
#include "tests/catch.hpp"
#include "tests/dialect/a_modem_inf.hpp"
#include "tests/folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

using namespace dialbench;
using dialect::load;
using tests::a_modem_inf;
using tests::Folder;

namespace {

constexpr auto acme = "id = \"acme\"\nbase = \"usr\"\n[[row]]\nword = \"ENGAGED\"\nmeaning = \"busy\"\n";

void check_problem(const std::string& name, int code, const std::string& text) {
  CAPTURE(name);
  const auto loaded = load(name);
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().code == code);
  CHECK_THAT(loaded.error().text, ContainsSubstring(text));
}

at::Result said(const at::Dialect* dialect, std::string_view line) {
  return at::classify(line, {.dialect = dialect});
}

} // namespace

TEST_CASE("a built-in dialect goes by its id") {
  for (const auto* each : at::dialects()) {
    const auto loaded = load(each->id);
    REQUIRE(loaded);
    CHECK(loaded->get() == each);
  }
}

TEST_CASE("a file of the user's own decides what its words mean, and outlives its reading") {
  const Folder folder;
  dialect::Loaded kept;
  CHECK(kept.get() == nullptr);
  {
    const auto loaded = load(folder.write("mine.toml", acme));
    REQUIRE(loaded);
    kept = *loaded;
  }
  REQUIRE(kept.get() != nullptr);
  CHECK(kept.get()->id == "acme");
  CHECK(said(kept.get(), "ENGAGED").meaning == at::Meaning::busy);
  CHECK(at::find_number(*kept.get(), 12)->word == "VOICE");
}

TEST_CASE("a model of an INF file is a dialect") {
  const Folder folder;
  const std::string path = folder.write("mdm.inf", a_modem_inf());
  const auto* const model = GENERATE("Acme Fast 33.6", "acme fast 33.6", "fast", "serenum\\acm0001");
  CAPTURE(model);
  const auto loaded = load("inf:" + path + '#' + model);
  if (!loaded) FAIL(loaded.error().text);
  CHECK(loaded->get()->title == "Acme Fast 33.6");
  CHECK(said(loaded->get(), "ENGAGED").meaning == at::Meaning::busy);
  CHECK(said(loaded->get(), "CONNECT 33600/ARQ").meaning == at::Meaning::connect);
}

TEST_CASE("relative names are looked for in the folder that is given") {
  const Folder folder;
  const std::string toml = folder.write("mine.toml", acme);
  folder.write("mdm.inf", a_modem_inf());
  CHECK(load("mine.toml", folder / ""));
  CHECK(load("inf:mdm.inf#Slow", folder / ""));
  CHECK(load(toml, "/nowhere"));
  CHECK_FALSE(load("mine.toml", "/nowhere"));
}

TEST_CASE("a name that is none is told with what there is") {
  check_problem("klingon", 0, "there is no dialect \"klingon\"; there are v250, hayes");
  check_problem("lucnt", 0, "(lucent?)");
  check_problem("USR", 0, "(usr?)");
  check_problem("", 0, "there is no dialect \"\"");
  check_problem("mdm.inf", 0, "named \"inf:mdm.inf\"");
  check_problem("inf:", 0, "the file is missing");
  check_problem("inf:#x", 0, "the file is missing");
  check_problem(std::string("us\0r", 4), 0, "no NUL");
  check_problem(std::string("a\0.toml", 7), 0, "no NUL");
}

TEST_CASE("a file that cannot be opened is 657") {
  const Folder folder;
  REQUIRE(mkfifo((folder / "pipe.toml").c_str(), 0600) == 0);
  REQUIRE(mkfifo((folder / "pipe.inf").c_str(), 0600) == 0);
  folder.write("large.inf", "");
  REQUIRE(truncate((folder / "large.inf").c_str(), 100 * 1024 * 1024) == 0);
  check_problem(folder / "none.toml", 657, "No such file or directory");
  check_problem("inf:" + folder / "none.inf", 657, "No such file or directory");
  check_problem(folder / "pipe.toml", 657, "a named pipe");
  check_problem("inf:" + folder / "pipe.inf", 657, "a named pipe");
  check_problem(folder / "", 657, "a directory");
  check_problem("inf:" + folder / "", 657, "a directory");
  check_problem("inf:/dev/zero", 657, "a device");
  check_problem("inf:" + folder / "large.inf", 657, "larger than 4 MiB");
}

TEST_CASE("a model that is not there, or not one, is 659 and the file's models are told") {
  const Folder folder;
  const std::string path = folder.write("mdm.inf", a_modem_inf());
  check_problem("inf:" + path + "#Acme Slaw 2400", 659, "nearest first:\n  Acme Slow 2400\n  Acme Fast 33.6");
  check_problem("inf:" + path + "#Acme", 659, "may be each of 2 models");
  check_problem("inf:" + path, 659, "2 models; name one");
}

TEST_CASE("a file that describes no modem is told with a code and its name") {
  const Folder folder;
  for (const std::string& bytes :
       {std::string(), std::string(5000, '\0'), std::string("hello\n"), std::string("\xff\xfe", 2)}) {
    const std::string path = folder.write("mdm.inf", bytes);
    CAPTURE(bytes);
    const auto loaded = load("inf:" + path);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code >= 653);
    CHECK(loaded.error().code <= 698);
    CHECK_THAT(loaded.error().text, StartsWith(path));
  }
}

TEST_CASE("a fault in a file of one's own has its place and no code") {
  const Folder folder;
  const std::string path = folder.write("mine.toml", "id = \"acme\"\nbase = \"us\"\n");
  check_problem(path, 0, path + ":2:8: base is \"us\"");
}

TEST_CASE("names of files are told from names of dialects") {
  CHECK(dialect::names_file("inf:x"));
  CHECK(dialect::names_file("mine.toml"));
  CHECK(dialect::names_file("MINE.TOML"));
  CHECK(dialect::names_file("./mine"));
  CHECK_FALSE(dialect::names_file("usr"));
  CHECK_FALSE(dialect::names_file(".toml"));
  CHECK_FALSE(dialect::names_file("mdm.inf"));
  CHECK_FALSE(dialect::names_file("drivers/mdm.inf"));
}
