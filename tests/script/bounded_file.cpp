#include "harness/script/bounded_file.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

using dialbench::script::read_bounded;
using dialbench::tests::Folder;

TEST_CASE("a file comes back byte for byte, up to its bound") {
  const Folder folder;
  const std::string bytes("a\0b\r\n\xff", 6);
  CHECK(read_bounded(folder.write("f", bytes), 100).value() == bytes);
  CHECK(read_bounded(folder.write("f", bytes), 6).value() == bytes);
  CHECK(read_bounded(folder.write("f", ""), 6).value().empty());
  CHECK(read_bounded(folder.write("f", bytes), 5).error().what == "larger than 5 bytes");
}

TEST_CASE("a file of any size comes back whole") {
  const Folder folder;
  const std::size_t size = GENERATE(16383, 16384, 16385, 32768, 100'000);
  std::string bytes(size, 'a');
  bytes.back() = 'z';
  CHECK(read_bounded(folder.write("f", bytes), 1'000'000).value() == bytes);
  CHECK(read_bounded(folder.write("f", bytes), size).value() == bytes);
  CHECK_FALSE(read_bounded(folder.write("f", bytes), size - 1).has_value());
}

TEST_CASE("a file of a hundred megabytes is refused at its bound") {
  const Folder folder;
  const std::string path = folder.write("large", "");
  REQUIRE(truncate(path.c_str(), 100 * 1024 * 1024) == 0);
  CHECK(read_bounded(path, 4 * 1024 * 1024).error().what == "larger than 4 MiB");
}

TEST_CASE("what is no file is never opened, and named") {
  const Folder folder;
  CHECK(read_bounded(folder / "none", 10).error().what == "No such file or directory");
  CHECK(read_bounded("", 10).error().what == "No such file or directory");
  CHECK(read_bounded(folder / "", 10).error().what == "this is a directory");
  const std::string pipe = folder / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(read_bounded(pipe, 10).error().what == "this is a named pipe");
  CHECK(read_bounded("/dev/zero", 10).error().what == "this is a device or a socket");
  const std::string loop = folder / "loop";
  REQUIRE(symlink(loop.c_str(), loop.c_str()) == 0);
  CHECK(read_bounded(loop, 10).error().what == "Too many levels of symbolic links");
}

TEST_CASE("a file that may not be read says so") {
  const Folder folder;
  const std::string path = folder.write("secret", "x");
  REQUIRE(chmod(path.c_str(), 0) == 0);
  const auto read = read_bounded(path, 10);
  if (geteuid() == 0) { // to whom every file is open
    CHECK(read.value() == "x");
  } else {
    CHECK(read.error().what == "Permission denied");
  }
}
