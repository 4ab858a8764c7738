#include "harness/app/record_file.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dialbench::app {
using tests::Folder;
using tests::read_whole;

TEST_CASE("a record is in the file at once, and nothing else is at the end") {
  const Folder folder;
  {
    RecordFile file(folder / "t");
    REQUIRE(file.opened());
    file.append("one\n");
    file.append("two\n");
    REQUIRE(read_whole(folder / "t").substr(0, 8) == "one\ntwo\n");
    REQUIRE(file.size() == 8);
  }
  REQUIRE(read_whole(folder / "t") == "one\ntwo\n");
}

TEST_CASE("records of every size cross from one window into the next") {
  const Folder folder;
  std::string all;
  {
    RecordFile file(folder / "t");
    for (std::size_t size = 1; all.size() < 3 * RecordFile::window_bytes; size = size * 3 + 1) {
      const std::string record(std::min(size, 2 * RecordFile::window_bytes),
                               static_cast<char>('a' + size % 26));
      file.append(record);
      all += record;
    }
    REQUIRE(file.size() == all.size());
  }
  REQUIRE(read_whole(folder / "t") == all);
}

TEST_CASE("a file that was there and longer keeps nothing of it") {
  const Folder folder;
  std::ofstream(folder / "t") << std::string(100'000, 'x');
  { RecordFile(folder / "t").append("new"); }
  REQUIRE(read_whole(folder / "t") == "new");
  { const RecordFile empty(folder / "t"); }
  REQUIRE(read_whole(folder / "t").empty());
}

TEST_CASE("what cannot be mapped is written to") {
  RecordFile nowhere("/dev/null");
  nowhere.append("one");
  REQUIRE(!nowhere.mapped());
  REQUIRE(nowhere.problem().empty());
  REQUIRE(nowhere.size() == 3);
}

TEST_CASE("a program that is killed leaves every record behind") {
  const Folder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    RecordFile file(folder / "t");
    file.append("the last words\n");
    ::raise(SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  const auto left = read_whole(folder / "t");
  REQUIRE(left.substr(0, 15) == "the last words\n");
  REQUIRE(left.find_first_not_of('\0', 15) == std::string::npos);
}

TEST_CASE("a file that is cut short under our hands is told, and ends nothing") {
  const Folder folder;
  RecordFile file(folder / "t");
  file.append("one\n");
  if (!file.mapped()) return; // this file system has no room to promise
  std::filesystem::resize_file(folder / "t", 0);
  file.append("two\n");
  REQUIRE(file.problem() == "another program has cut the file short");
  file.append("three\n");
  REQUIRE(read_whole(folder / "t").empty());
}

TEST_CASE("a file that is not allowed to grow takes what fits, and says why not more") {
  const Folder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    RecordFile file(folder / "t");
    for (int i = 0; i < 300; ++i) file.append("0123456789");
    std::_Exit(file.size() == 1000 && file.problem() == "File too large" ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(status == 0);
  REQUIRE(read_whole(folder / "t").size() == 1000);
}

} // namespace dialbench::app
