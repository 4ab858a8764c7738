#include "harness/redial/store.hpp"

#include "harness/redial/record.hpp"
#include "harness/redial/rules.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace dialbench::redial;
using dialbench::evidence::OutcomeClass;
using dialbench::tests::Folder;
using namespace std::string_literals;

namespace {

constexpr std::int64_t today = 1'700'000'000;

Dialled call(std::int64_t ago_s, std::string number = "5551234") {
  return {std::move(number), today - ago_s, OutcomeClass::busy, false};
}

Store::Loaded loaded(const Store& store) {
  const auto result = store.load(today);
  REQUIRE(result.has_value());
  return *result;
}

unsigned mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

std::string text_in(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Runs `work` in a process of its own; what it returns.
template <class Work>
int in_child(Work work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(work());
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Sets a variable for the length of a test.
class Variable {
 public:
  Variable(const char* name, const char* value)
      : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    set(value);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }

 private:
  void set(const char* value) const {
    if (value != nullptr) {
      ::setenv(name_, value, 1);
    } else {
      ::unsetenv(name_);
    }
  }
  const char* name_;
  std::optional<std::string> before_;
};

} // namespace

TEST_CASE("what was dialled is there in the next run") {
  const Folder folder;
  const std::string path = folder / "state/dialbench/redial";
  CHECK_FALSE(Store(path).append(call(20)).has_value());
  CHECK_FALSE(Store(path).append({"5559999", today - 10, OutcomeClass::connected, true}).has_value());
  const auto result = loaded(Store(path));
  CHECK(result.damaged == 0);
  CHECK(result.history ==
        std::vector<Dialled>{call(20), {"5559999", today - 10, OutcomeClass::connected, true}});
}

TEST_CASE("a store that is not there yet is an empty history") {
  const Folder folder;
  CHECK(loaded(Store(folder / "none/redial")).history.empty());
  CHECK_FALSE(std::filesystem::exists(folder / "none"));
}

TEST_CASE("the file and its folders are for their owner only") {
  const Folder folder;
  REQUIRE_FALSE(Store(folder / "state/redial").append(call(1)).has_value());
  CHECK(mode_of(folder / "state") == 0700);
  CHECK(mode_of(folder / "state/redial") == 0600);
  REQUIRE(::chmod((folder / "state/redial").c_str(), 0644) == 0);
  REQUIRE_FALSE(Store(folder / "state/redial").append(call(1)).has_value());
  CHECK(mode_of(folder / "state/redial") == 0600);
}

TEST_CASE("what is a day old is not loaded") {
  const Folder folder;
  const Store store(folder / "redial");
  for (const std::int64_t ago_s : {86401, 86400, 86399, 0})
    REQUIRE_FALSE(store.append(call(ago_s)).has_value());
  CHECK(loaded(store).history == std::vector<Dialled>{call(86399), call(0)});
}

TEST_CASE("damaged lines are skipped and counted, the rest is read") {
  const Folder folder;
  std::ofstream(folder / "redial", std::ios::binary)
      << record(call(3)) << "\xff\0garbage\n\n"s << record(call(2)) << "17000";
  const Store store(folder / "redial");
  CHECK(loaded(store).history == std::vector<Dialled>{call(3), call(2)});
  CHECK(loaded(store).damaged == 3);
  REQUIRE_FALSE(store.append(call(1)).has_value());
  CHECK(loaded(store).history == std::vector<Dialled>{call(3), call(2), call(1)});
}

TEST_CASE("a file without end is read from its end, within a bound") {
  const Folder folder;
  {
    std::ofstream file(folder / "redial", std::ios::binary);
    const std::string junk(1 << 16, 'x');
    for (int count = 0; count < 40; ++count) file << junk;
    file << '\n' << record(call(1));
  }
  CHECK(loaded(Store(folder / "redial")).history == std::vector<Dialled>{call(1)});
}

TEST_CASE("a file that has grown is cleared of what is forgotten") {
  const Folder folder;
  {
    std::ofstream file(folder / "redial", std::ios::binary);
    for (std::size_t written = 0; written < Store::clear_from_bytes;) {
      const std::string line = record(call(90000));
      file << line;
      written += line.size();
    }
    file << record(call(50)) << "torn";
  }
  const Store store(folder / "redial");
  REQUIRE_FALSE(store.append(call(0)).has_value());
  CHECK(text_in(folder / "redial") == record(call(50)) + record(call(0)));
}

TEST_CASE("processes that append at the same time lose nothing") {
  const Folder folder;
  const Store store(folder / "state/redial");
  constexpr int processes = 4;
  constexpr int calls = 100;
  std::vector<pid_t> children;
  for (int process = 0; process < processes; ++process) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      bool kept = true;
      for (int count = 0; count < calls; ++count)
        kept = !store.append(call(count, std::to_string(process))) && kept;
      ::_exit(kept ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  const auto result = loaded(store);
  CHECK(result.damaged == 0);
  CHECK(result.history.size() == processes * calls);
}

TEST_CASE("a place that cannot be written is a fault that says so") {
  const Folder folder;
  std::ofstream(folder / "file") << "x";
  const auto below_file = Store(folder / "file/redial").append(call(1));
  REQUIRE(below_file.has_value());
  CHECK(below_file->error == std::errc::not_a_directory);
  CHECK(message(*below_file) ==
        "The memory of earlier calls in " + (folder / "file/redial") +
            " cannot be used: Not a directory. The redial rules count this run's calls only.");
  CHECK(Store(folder / "").append(call(1)).has_value());
  CHECK_FALSE(Store(folder / "file/redial").load(today).has_value());
}

TEST_CASE("a folder of somebody else's is a fault, for whoever is not root") {
  const Folder folder;
  REQUIRE(::chmod((folder / "").c_str(), 0555) == 0);
  const int result = in_child([&] {
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && ::setuid(nobody) != 0) return 2;
    const auto fault = Store(folder / "state/redial").append(call(1));
    return fault && fault->error == std::errc::permission_denied ? 0 : 1;
  });
  CHECK(result == 0);
  REQUIRE(::chmod((folder / "").c_str(), 0755) == 0);
}

TEST_CASE("a full disk leaves the lines that are there as they are") {
  const Folder folder;
  const std::string path = folder / "redial";
  REQUIRE_FALSE(Store(path).append(call(2)).has_value());
  const auto before = text_in(path);
  const int result = in_child([&] {
    // A limit on the size of files stands for the full disk: it lets a part of the next line through.
    const struct rlimit limit { before.size() + 5, before.size() + 5 };
    ::signal(SIGXFSZ, SIG_IGN);
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    return Store(path).append(call(1)) ? 0 : 1;
  });
  CHECK(result == 0);
  CHECK(text_in(path) == before);
}

TEST_CASE("the place is the state folder of the user") {
  const Variable state("XDG_STATE_HOME", "/var/state");
  const Variable home("HOME", "/home/user");
  CHECK(default_store() == "/var/state/dialbench/redial");
  {
    const Variable relative("XDG_STATE_HOME", "state");
    CHECK(default_store() == "/home/user/.local/state/dialbench/redial");
  }
  const Variable unset("XDG_STATE_HOME", nullptr);
  CHECK(default_store() == "/home/user/.local/state/dialbench/redial");
  const Variable homeless("HOME", nullptr);
  CHECK(default_store().empty());
  const auto fault = Store(default_store()).append(call(1));
  REQUIRE(fault.has_value());
  CHECK_THAT(message(*fault), ContainsSubstring("neither XDG_STATE_HOME nor HOME"));
}

TEST_CASE("what the store remembers is what the rules count") {
  const Folder folder;
  const Store store(folder / "redial");
  for (const std::int64_t ago_s : {20, 10}) {
    REQUIRE_FALSE(store.append({"5551234", today - ago_s, OutcomeClass::no_answer, false}).has_value());
  }
  const auto decision = may_dial(loaded(store).history, "555-1234", today, false, profile_for("us"));
  CHECK_FALSE(decision.allowed);
  CHECK(decision.wait == std::chrono::seconds(3590));
}
