#include "harness/app/guarded_copy.hpp"

#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dialbench::app {
namespace {

struct Mapping {
  explicit Mapping(const std::string& path)
      : file(::open(path.c_str(), O_RDWR | O_CREAT, 0600)) {
    REQUIRE(::ftruncate(file, size) == 0);
    begin = static_cast<char*>(::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0));
  }
  ~Mapping() {
    ::munmap(begin, size);
    ::close(file);
  }
  [[nodiscard]] std::span<char> all() const { return {begin, size}; }
  static constexpr std::size_t size = 65536;
  int file;
  char* begin = nullptr;
};

} // namespace

TEST_CASE("a copy into a mapping arrives, and one behind the end of the file is told") {
  const tests::Folder folder;
  const Mapping mapping(folder / "m");
  REQUIRE(guarded_copy(mapping.begin + 5, "here", mapping.all()));
  REQUIRE(tests::read_whole(folder / "m").substr(5, 4) == "here");
  REQUIRE(::ftruncate(mapping.file, 0) == 0);
  REQUIRE_FALSE(guarded_copy(mapping.begin + 5, "gone", mapping.all()));
  REQUIRE(tests::read_whole(folder / "m").empty());
  const Mapping other(folder / "o");
  REQUIRE(guarded_copy(other.begin, "still watched", other.all()));
}

TEST_CASE("a bus error anywhere else ends the program as it always did") {
  const tests::Folder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGBUS, SIG_DFL);
    const Mapping ours(folder / "m");
    const Mapping others(folder / "o");
    guarded_copy(ours.begin, "x", ours.all());
    if (::ftruncate(others.file, 0) == 0) std::memcpy(others.begin, "y", 1);
    std::_Exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(WTERMSIG(status) == SIGBUS);
}

} // namespace dialbench::app
