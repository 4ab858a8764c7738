#include "harness/dialect/beside.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

using namespace dialbench::dialect;
using dialbench::tests::Folder;

TEST_CASE("an included file is found beside the first, in any case of its letters") {
  const Folder folder;
  folder.write("MDMGEN.INF", "generic");
  Beside beside(folder / "mdm.inf");
  CHECK(beside.read("mdmgen.inf") == "generic");
  CHECK(beside.read("MdmGen.Inf") == "generic");
  CHECK_FALSE(beside.read("other.inf"));
}

TEST_CASE("the case as it is written wins, then the first in the alphabet") {
  const Folder folder;
  folder.write("a.INF", "lower");
  folder.write("A.inf", "upper");
  Beside beside(folder / "mdm.inf");
  CHECK(beside.read("a.INF") == "lower");
  CHECK(beside.read("A.inf") == "upper");
  CHECK(beside.read("a.inf") == "upper");
}

TEST_CASE("nothing outside the folder is ever read") {
  const Folder folder;
  folder.write("x.inf", "outside");
  folder.write("in/y.inf", "inside");
  folder.write("in/deeper/z.inf", "deeper");
  Beside beside(folder / "in/mdm.inf");
  CHECK(beside.read("y.inf") == "inside");
  const auto* const name =
      GENERATE("../x.inf", "..\\x.inf", "..\\..\\x.inf", "deeper/z.inf", "deeper\\z.inf", "/etc/passwd",
               "\\etc\\passwd", "C:x.inf", "C:\\x.inf", "..", ".", "", "y.inf:stream", "y.inf\n");
  CAPTURE(name);
  CHECK_FALSE(beside.read(name));
  CHECK_FALSE(beside.read((folder / "x.inf")));
  CHECK_FALSE(beside.read(std::string_view("y.inf\0", 6)));
  CHECK_FALSE(beside.read(std::string(300, 'a')));
}

TEST_CASE("what is beside but no file is not there") {
  const Folder folder;
  REQUIRE(mkfifo((folder / "pipe.inf").c_str(), 0600) == 0);
  REQUIRE(mkdir((folder / "folder.inf").c_str(), 0700) == 0);
  folder.write("large.inf", "");
  REQUIRE(truncate((folder / "large.inf").c_str(), 100 * 1024 * 1024) == 0);
  Beside beside(folder / "mdm.inf");
  CHECK_FALSE(beside.read("pipe.inf"));
  CHECK_FALSE(beside.read("folder.inf"));
  CHECK_FALSE(beside.read("large.inf"));
}

TEST_CASE("a file that includes without end is not followed without end") {
  const Folder folder;
  folder.write("a.inf", "a");
  Beside beside(folder / "mdm.inf");
  for (std::size_t i = 0; i < Beside::files_max; ++i) REQUIRE(beside.read("a.inf"));
  CHECK_FALSE(beside.read("a.inf"));
}
