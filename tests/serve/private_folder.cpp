#include "harness/emulator/serve/private_folder.hpp"

#include "tests/catch.hpp"
#include "tests/serve/scratch.hpp"

using namespace dialbench;
namespace fs = std::filesystem;

TEST_CASE("a private folder is ours alone, and goes with what is in it") {
  std::string path;
  {
    auto made = serve::PrivateFolder::make();
    REQUIRE(made);
    const auto folder = std::move(*made);
    path = folder.path();
    REQUIRE((fs::status(path).permissions() & fs::perms::all) == fs::perms::owner_all);
    std::ofstream(path + "/file") << "x";
  }
  REQUIRE_FALSE(fs::exists(path));
}

TEST_CASE("two of them are two") {
  const tests::Scratch one, other;
  REQUIRE(one.path() != other.path());
}
