#include "harness/script/read.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <filesystem>
#include <sys/stat.h>

using namespace dialbench::script;
using dialbench::tests::Folder;

TEST_CASE("a file comes back as it is") {
  const Folder folder;
  const std::string bytes("a\0b\r\n", 5);
  CHECK(read_file(folder.write("script.toml", bytes)).value() == bytes);
  CHECK(read_file(folder.write("script.toml", "")).value().empty());
}

TEST_CASE("what is no readable file is named") {
  const Folder folder;
  const auto missing = read_file((folder / "none"));
  REQUIRE_FALSE(missing);
  CHECK(shown(missing.error()) ==
        (folder / "none") + ": No such file or directory; expected the name of a text file");
  const auto directory = read_file((folder / ""));
  REQUIRE_FALSE(directory);
  CHECK_THAT(shown(directory.error()), ContainsSubstring("this is a directory"));
}

TEST_CASE("a file without end is not read to its end") {
  const Folder folder;
  CHECK(read_file(folder.write("script.toml", std::string(script_bytes_max, '#'))));
  const auto large = read_file(folder.write("script.toml", std::string(script_bytes_max + 1, '#')));
  REQUIRE_FALSE(large);
  CHECK_THAT(shown(large.error()), ContainsSubstring("too large; expected at most 1048576 bytes"));
}

TEST_CASE("what is no file is said without being opened") {
  const Folder folder;
  const std::string pipe = folder / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(shown(read_file(pipe).error()) == pipe + ": this is a named pipe; expected the name of a text file");
  CHECK_THAT(shown(read_file("/dev/zero").error()), ContainsSubstring("a device or a socket"));
}
