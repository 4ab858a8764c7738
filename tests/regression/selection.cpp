#include "harness/regression/selection.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

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

TEST_CASE("a file with a fault is one of them, under its own name") {
  const Folder folder;
  const auto found = select({.paths = {folder.write("bad.toml", "name = \n")}, .filters = {}, .share = {}});
  REQUIRE(found);
  REQUIRE(found->size() == 1);
  CHECK_FALSE(found->front().scenario);
  CHECK(found->front().name() == "bad.toml cannot be read");
}
