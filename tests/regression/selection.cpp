#include "harness/regression/selection.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace dialbench;
using regression::select;
using regression::Selection;
using tests::Folder;

namespace {

// Five scenarios, a to e, and a file with a fault.
class Scenarios {
 public:
  Scenarios() {
    for (const char letter : std::string("abcde"))
      folder_.write("set/" + std::string(1, letter) + ".toml",
                    "name = \"The " + std::string(1, letter) + " case\"\n[expect]\nclass = \"busy\"\n");
    folder_.write("set/note.txt", "no scenario");
  }
  [[nodiscard]] std::string set() const { return folder_ / "set"; }
  [[nodiscard]] const Folder& folder() const { return folder_; }

 private:
  Folder folder_;
};

std::string letters(const Selection& selection) {
  const auto found = select(selection);
  REQUIRE(found);
  std::string all;
  for (const auto& each : *found) all += each.file.at(each.file.size() - 6);
  return all;
}

} // namespace

TEST_CASE("a folder gives its scenarios by name, and nothing else") {
  const Scenarios scenarios;
  CHECK(letters({.paths = {scenarios.set()}, .filters = {}, .share = {}}) == "abcde");
}

TEST_CASE("a filter is looked for in names and files, in any case, and any of several is enough") {
  const Scenarios scenarios;
  CHECK(letters({.paths = {scenarios.set()}, .filters = {"THE B"}, .share = {}}) == "b");
  CHECK(letters({.paths = {scenarios.set()}, .filters = {"d.toml", "a case"}, .share = {}}) == "ad");
}

TEST_CASE("the shares of several machines are all of it, once") {
  const Scenarios scenarios;
  const auto share = [&](unsigned index, unsigned count) {
    return letters({.paths = {scenarios.set()}, .filters = {}, .share = {index, count}});
  };
  CHECK(share(1, 2) == "ace");
  CHECK(share(2, 2) == "bd");
  CHECK(share(7, 9).empty());
}

TEST_CASE("repeating goes round, so that what one scenario leaves behind meets all others") {
  const Scenarios scenarios;
  CHECK(letters({.paths = {scenarios.set()}, .filters = {"a case", "b case"}, .share = {}, .repeat = 3}) ==
        "ababab");
}

TEST_CASE("a run has the place among all runs that it would have without shares") {
  const Scenarios scenarios;
  const auto found = select({.paths = {scenarios.set()}, .filters = {}, .share = {2, 2}, .repeat = 2});
  REQUIRE(found);
  std::vector<std::size_t> places;
  for (const auto& each : *found) places.push_back(each.place);
  CHECK(places == std::vector<std::size_t>{1, 3, 6, 8}); // b and d of five, twice
}

TEST_CASE("what cannot be found is said") {
  const Scenarios scenarios;
  const auto problem = [](const Selection& selection) {
    const auto found = select(selection);
    return found ? std::string() : found.error();
  };
  CHECK_THAT(problem({.paths = {scenarios.folder() / "none.toml"}, .filters = {}, .share = {}}),
             ContainsSubstring("no such"));
  scenarios.folder().write("empty/x.txt", "");
  CHECK_THAT(problem({.paths = {scenarios.folder() / "empty"}, .filters = {}, .share = {}}),
             ContainsSubstring("no scenario"));
  CHECK(problem({.paths = {scenarios.set()}, .filters = {"no such name", "nor this"}, .share = {}}) ==
        "no scenario has 'no such name' or 'nor this' in its name or its file");
}

TEST_CASE("what is named like a scenario and cannot be read is no scenario that is passed over") {
  const Folder folder;
  folder.write("set/a.toml", "name = \"a\"\n[expect]\nclass = \"busy\"\n");
  std::filesystem::create_symlink(folder / "nowhere.toml", folder / "set/dangling.toml");
  REQUIRE(::mkfifo((folder / "set/pipe.toml").c_str(), 0600) == 0);
  const auto found = select({.paths = {folder / "set"}, .filters = {}, .share = {}});
  REQUIRE(found);
  REQUIRE(found->size() == 3);
  CHECK((*found)[0].scenario);
  CHECK((*found)[1].name() == "dangling.toml cannot be read");
  CHECK((*found)[2].name() == "pipe.toml cannot be read");
}

TEST_CASE("a folder in the folder that cannot be opened is told") {
  const Folder folder;
  folder.write("set/deep/a.toml", "name = \"a\"\n[expect]\nclass = \"busy\"\n");
  // Descriptors for one folder and not for the one in it: permissions would not keep root out.
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const int next = ::dup(STDERR_FILENO);
  REQUIRE(next >= 0);
  ::close(next);
  rlimit one_more = before;
  one_more.rlim_cur = static_cast<rlim_t>(next) + 1;
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &one_more) == 0);
  const auto found = select({.paths = {folder / "set"}, .filters = {}, .share = {}});
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
  REQUIRE_FALSE(found);
  CHECK_THAT(found.error(), ContainsSubstring("this folder, or one in it, cannot be read: "));
}

TEST_CASE("a file with a fault is one of them, under its own name") {
  const Folder folder;
  const auto found = select({.paths = {folder.write("bad.toml", "name = \n")}, .filters = {}, .share = {}});
  REQUIRE(found);
  REQUIRE(found->size() == 1);
  CHECK_FALSE(found->front().scenario);
  CHECK(found->front().name() == "bad.toml cannot be read");
}
