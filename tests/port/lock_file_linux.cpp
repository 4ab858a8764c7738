#include "harness/port/lock_file_linux.hpp"
#include "tests/catch.hpp"
#include "tests/port/child.hpp"
#include "tests/port/temporary.hpp"

#include <filesystem>
#include <sys/time.h>

using namespace dialbench::port;
using namespace dialbench::tests;

namespace {

std::string ten_columns(int pid) {
  const std::string digits = std::to_string(pid);
  return std::string(10 - digits.size(), ' ') + digits + "\n";
}

int dead_pid() {
  Child child({"true"});
  const int pid = child.pid();
  child.wait();
  return pid;
}

std::string content(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::vector<std::string> names{"LCK..ttyS0"};

} // namespace

TEST_CASE("lock names follow the node, and a link in /dev adds its own") {
  CHECK(lock_names("/dev/ttyS0", "/dev/ttyS0") == std::vector<std::string>{"LCK..ttyS0"});
  CHECK(lock_names("/dev/modem", "/dev/ttyS0") == std::vector<std::string>{"LCK..ttyS0", "LCK..modem"});
  CHECK(lock_names("/tmp/modem", "/dev/pts/4") == std::vector<std::string>{"LCK..pts_4", "LCK..4"});
}

TEST_CASE("a lock is taken with ten columns of our number, and released") {
  const TemporaryFolder folder;
  folder.folder("lock");
  auto taken = LockFiles::take(names, folder.roots());
  REQUIRE(taken);
  CHECK(content(folder.path("lock/LCK..ttyS0")) == ten_columns(::getpid()));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path("lock")), {}) == 1);
  taken->release();
  CHECK_FALSE(std::filesystem::exists(folder.path("lock/LCK..ttyS0")));
  taken->release();
}

TEST_CASE("each name of a port has the lock, and nothing else is left in the directory") {
  const TemporaryFolder folder;
  folder.folder("lock");
  const auto taken = LockFiles::take(lock_names("/dev/pts/4", "/dev/pts/4"), folder.roots());
  REQUIRE(taken);
  CHECK(content(folder.path("lock/LCK..pts_4")) == ten_columns(::getpid()));
  CHECK(content(folder.path("lock/LCK..4")) == ten_columns(::getpid()));
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path("lock"))) ++files;
  CHECK(files == 2);
}

TEST_CASE("the lock of a living process stands") {
  const TemporaryFolder folder;
  Child holder({"cat"});
  folder.file("lock/LCK..ttyS0", ten_columns(holder.pid()));
  Roots roots = folder.roots();
  roots.proc = "/proc";
  const auto taken = LockFiles::take(names, roots);
  REQUIRE_FALSE(taken);
  CHECK(taken.error().who.pid == holder.pid());
  CHECK(taken.error().file == folder.path("lock/LCK..ttyS0"));
  CHECK(content(folder.path("lock/LCK..ttyS0")) == ten_columns(holder.pid()));
}

TEST_CASE("the lock of a dead process is removed and taken") {
  const TemporaryFolder folder;
  folder.file("lock/LCK..ttyS0", ten_columns(dead_pid()));
  CHECK(read_locks(names, folder.roots()).stale.size() == 1);
  const auto taken = LockFiles::take(names, folder.roots());
  REQUIRE(taken);
  CHECK(content(folder.path("lock/LCK..ttyS0")) == ten_columns(::getpid()));
}

TEST_CASE("a lock older than the process that bears its number is stale") {
  const TemporaryFolder folder;
  Child holder({"cat"});
  folder.file("lock/LCK..ttyS0", ten_columns(holder.pid()));
  const timeval long_ago[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
  REQUIRE(::utimes(folder.path("lock/LCK..ttyS0").c_str(), long_ago) == 0);
  Roots roots = folder.roots();
  roots.proc = "/proc";
  const LockState state = read_locks(names, roots);
  CHECK(state.owners.empty());
  CHECK(state.stale.size() == 1);
}

TEST_CASE("a lock of four bytes is the number as the machine keeps it") {
  const TemporaryFolder folder;
  Child holder({"cat"});
  const int pid = holder.pid();
  folder.file("lock/LCK..ttyS0", std::string(reinterpret_cast<const char*>(&pid), sizeof pid));
  const LockState state = read_locks(names, folder.roots());
  REQUIRE(state.owners.size() == 1);
  CHECK(state.owners[0].who.pid == pid);
}

TEST_CASE("a lock file that holds no number claims nothing and is left alone") {
  const TemporaryFolder folder;
  folder.file("lock/LCK..ttyS0", "nonsense in a file");
  const auto taken = LockFiles::take(names, folder.roots());
  REQUIRE(taken);
  CHECK(taken->files().empty());
  CHECK(content(folder.path("lock/LCK..ttyS0")) == "nonsense in a file");
}

TEST_CASE("without a lock directory no lock is made, and that is no error") {
  const TemporaryFolder folder;
  const auto taken = LockFiles::take(names, folder.roots());
  REQUIRE(taken);
  CHECK(taken->files().empty());
}

TEST_CASE("a lock that another process has taken over is not removed") {
  const TemporaryFolder folder;
  folder.folder("lock");
  auto taken = LockFiles::take(names, folder.roots());
  REQUIRE(taken);
  folder.file("lock/LCK..ttyS0", ten_columns(1));
  taken->release();
  CHECK(content(folder.path("lock/LCK..ttyS0")) == ten_columns(1));
}
