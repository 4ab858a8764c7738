#include "harness/port/small_file_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/temporary.hpp"

#include <sys/stat.h>

using namespace dialbench::port;
using dialbench::tests::TemporaryFolder;

TEST_CASE("a small file is read without its line end, and never beyond the limit") {
  const TemporaryFolder folder;
  folder.file("vendor", "0572\n");
  folder.file("huge", std::string(100'000, 'x'));
  CHECK(read_small(folder.path("vendor")) == "0572");
  CHECK(read_small(folder.path("huge"), 10)->size() == 10);
}

TEST_CASE("what is no file is not read, and nothing waits for it") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.path("fifo").c_str(), 0644) == 0);
  CHECK_FALSE(read_small(folder.path("fifo")));
  CHECK_FALSE(read_small(folder.path()));
  CHECK_FALSE(read_small(folder.path("absent")));
}

TEST_CASE("links and names of a folder") {
  const TemporaryFolder folder;
  folder.link("modem", "ttyS0");
  CHECK(link_text(folder.path("modem")) == "ttyS0");
  CHECK(link_text(folder.path()).empty());
  CHECK(real_path(folder.path("modem")).empty());
  CHECK(names_in(folder.path()) == std::vector<std::string>{"modem"});
  CHECK(names_in(folder.path("absent")).empty());
}

TEST_CASE("a number at the front of a text") {
  CHECK(leading_number("       812") == 812);
  CHECK(leading_number("812 minicom root") == 812);
  CHECK_FALSE(leading_number(""));
  CHECK_FALSE(leading_number("pid"));
  CHECK_FALSE(leading_number("-5"));
  CHECK_FALSE(leading_number("99999999999999"));
}

TEST_CASE("the last part of a path") {
  CHECK(base_name("/dev/pts/4") == "4");
  CHECK(base_name("ttyS0") == "ttyS0");
}
