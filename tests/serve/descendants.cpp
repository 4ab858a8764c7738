#include "harness/emulator/serve/descendants.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using dialbench::serve::descendants;

TEST_CASE("descendants are a process's own and theirs, and nobody else's") {
  std::array<int, 2> news{};
  REQUIRE(::pipe(news.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const pid_t grandchild = ::fork();
    if (grandchild > 0) {
      [[maybe_unused]] const auto said = ::write(news[1], &grandchild, sizeof grandchild);
    }
    for (;;) ::pause();
  }
  pid_t grandchild = 0;
  REQUIRE(::read(news[0], &grandchild, sizeof grandchild) == static_cast<ssize_t>(sizeof grandchild));
  CHECK(descendants(child) == std::vector<pid_t>{grandchild});
  CHECK(descendants(grandchild).empty());
  const auto ours = descendants(::getpid());
  CHECK(std::count(ours.begin(), ours.end(), child) == 1);
  CHECK(std::count(ours.begin(), ours.end(), grandchild) == 1);
  ::kill(grandchild, SIGKILL);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  CHECK(descendants(child).empty());
  ::close(news[0]);
  ::close(news[1]);
}
