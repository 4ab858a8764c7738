#include "harness/emulator/serve/link.hpp"

#include "tests/catch.hpp"
#include "tests/serve/scratch.hpp"

#include <optional>

using namespace dialbench;
using namespace dialbench::tests;
using serve::Link;
namespace fs = std::filesystem;

TEST_CASE("a link is made and removed") {
  const Scratch scratch;
  const auto path = scratch / "modem";
  {
    const auto link = Link::make(path, "/dev/null");
    REQUIRE(link);
    REQUIRE(fs::read_symlink(path) == "/dev/null");
  }
  REQUIRE_FALSE(fs::is_symlink(path));
}

TEST_CASE("a file in the way is left alone") {
  const Scratch scratch;
  scratch.write("modem", "thesis");
  const auto link = Link::make(scratch / "modem", "/dev/null");
  REQUIRE_FALSE(link);
  REQUIRE_THAT(link.error(), StartsWith(scratch / "modem"));
  REQUIRE(text_of(scratch / "modem") == "thesis");
}

TEST_CASE("a folder in the way is left alone") {
  const Scratch scratch;
  fs::create_directory(scratch / "modem");
  const auto link = Link::make(scratch / "modem", "/dev/null");
  REQUIRE_FALSE(link);
  REQUIRE_THAT(link.error(), ContainsSubstring("folder"));
  REQUIRE(fs::is_directory(scratch / "modem"));
}

TEST_CASE("a link that leads somewhere is somebody's") {
  const Scratch scratch;
  fs::create_symlink("/dev/zero", scratch / "modem");
  const auto link = Link::make(scratch / "modem", "/dev/null");
  REQUIRE_FALSE(link);
  REQUIRE_THAT(link.error(), ContainsSubstring("/dev/zero"));
  REQUIRE(fs::read_symlink(scratch / "modem") == "/dev/zero");
}

TEST_CASE("a link that leads nowhere is replaced") {
  const Scratch scratch;
  fs::create_symlink(scratch / "gone", scratch / "modem");
  const auto link = Link::make(scratch / "modem", "/dev/null");
  REQUIRE(link);
  REQUIRE(fs::read_symlink(scratch / "modem") == "/dev/null");
}

TEST_CASE("a place that cannot be is named") {
  const Scratch scratch;
  const auto link = Link::make(scratch / "no/such/folder", "/dev/null");
  REQUIRE_FALSE(link);
  REQUIRE_THAT(link.error(), ContainsSubstring(scratch / "no/such/folder"));
  REQUIRE_THAT(link.error(), ContainsSubstring("No such file"));
}

TEST_CASE("what somebody put in the link's place is not removed") {
  const Scratch scratch;
  const auto path = scratch / "modem";
  {
    const auto link = Link::make(path, "/dev/null");
    REQUIRE(link);
    fs::remove(path);
    fs::create_symlink("/dev/zero", path);
  }
  REQUIRE(fs::read_symlink(path) == "/dev/zero");
}

TEST_CASE("a link that is moved is removed once, by its last owner") {
  const Scratch scratch;
  const auto path = scratch / "modem";
  std::optional<Link> last;
  {
    auto link = Link::make(path, "/dev/null");
    REQUIRE(link);
    last.emplace(std::move(*link));
  }
  REQUIRE(fs::is_symlink(path));
  last.reset();
  REQUIRE_FALSE(fs::is_symlink(path));
}

TEST_CASE("a dead link is taken away before a pty can get the number that it names") {
  const Scratch scratch;
  fs::create_symlink("/dev/pts/999999", scratch / "modem");
  CHECK(Link::clear(scratch / "modem").empty());
  CHECK_FALSE(fs::is_symlink(scratch / "modem"));
  CHECK(Link::clear(scratch / "modem").empty());
}

TEST_CASE("what is no dead link is named and left alone") {
  const Scratch scratch;
  scratch.write("file", "thesis");
  CHECK_THAT(Link::clear(scratch / "file"), StartsWith(scratch / "file"));
  CHECK(text_of(scratch / "file") == "thesis");
  fs::create_symlink("/dev/zero", scratch / "modem");
  CHECK_THAT(Link::clear(scratch / "modem"), ContainsSubstring("/dev/zero"));
  CHECK(fs::is_symlink(scratch / "modem"));
}
