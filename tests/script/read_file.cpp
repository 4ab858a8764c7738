#include "harness/script/read.hpp"

#include "tests/catch.hpp"

#include <filesystem>
#include <fstream>

using namespace dialbench::script;

namespace {
struct Folder {
  std::filesystem::path path = std::filesystem::path(DIALBENCH_BINARY_DIR) / "tests-script-files";
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file(const std::string& text) const {
    const auto name = (path / "script.toml").string();
    std::ofstream(name, std::ios::binary) << text;
    return name;
  }
};
} // namespace

TEST_CASE("a file comes back as it is") {
  const Folder folder;
  const std::string bytes("a\0b\r\n", 5);
  CHECK(read_file(folder.file(bytes)).value() == bytes);
  CHECK(read_file(folder.file("")).value().empty());
}

TEST_CASE("what is no readable file is named") {
  const Folder folder;
  const auto missing = read_file((folder.path / "none").string());
  REQUIRE_FALSE(missing);
  CHECK(shown(missing.error()) ==
        (folder.path / "none").string() + ": No such file or directory; expected a script file");
  const auto directory = read_file(folder.path.string());
  REQUIRE_FALSE(directory);
  CHECK_THAT(shown(directory.error()), ContainsSubstring("this is a directory"));
}

TEST_CASE("a file without end is not read to its end") {
  const Folder folder;
  CHECK(read_file(folder.file(std::string(script_bytes_max, '#'))));
  const auto large = read_file(folder.file(std::string(script_bytes_max + 1, '#')));
  REQUIRE_FALSE(large);
  CHECK_THAT(shown(large.error()), ContainsSubstring("too large; expected at most 1048576 bytes"));
}
