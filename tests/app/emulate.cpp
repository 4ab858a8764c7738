// [binary]: these run the built program, one to be dialled and one that dials.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <csignal>
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

using dialbench::tests::Folder;
using dialbench::tests::run_program;

namespace {

// A modem in a process of its own; its ready line is read before the constructor returns.
class Emulated {
 public:
  explicit Emulated(const std::string& arguments) {
    const std::string program = "exec '" DIALBENCH_BINARY_DIR "/dialbench' emulate " + arguments;
    int ends[2];
    if (pipe(ends) != 0) return;
    child_ = fork();
    if (child_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      close(ends[0]);
      execl("/bin/sh", "sh", "-c", program.c_str(), nullptr);
      _exit(127);
    }
    close(ends[1]);
    for (char c; read(ends[0], &c, 1) == 1 && c != '\n';) ready_ += c;
    close(ends[0]);
  }
  ~Emulated() { stop(); }

  const std::string& ready() const { return ready_; }
  int stop() { // the exit status
    if (child_ <= 0) return status_;
    kill(child_, SIGTERM);
    waitpid(child_, &status_, 0);
    child_ = 0;
    return status_;
  }

 private:
  pid_t child_ = -1;
  int status_ = -1;
  std::string ready_;
};

} // namespace

TEST_CASE("an emulated modem says when it is ready, is dialled, and leaves nothing behind", "[binary]") {
  const auto carrier = GENERATE("--pty ", "--socat ");
  const Folder folder;
  const auto link = folder / "modem";
  Emulated modem(carrier + link + " --pace 10");
  REQUIRE_THAT(modem.ready(), StartsWith("ready pty=" + link + " pid="));
  const auto ran = run_program("dial -p " + link + " 5550176");
  CHECK(ran.status == 76);
  CHECK_THAT(ran.out, StartsWith(link + " is a pty: an emulated modem. No phone line is used.\n"));
  CHECK(modem.stop() == 0);
  REQUIRE(!std::filesystem::exists(std::filesystem::symlink_status(link)));
}

TEST_CASE("a file in the way of the link is not replaced", "[binary]") {
  const Folder folder;
  const auto file = folder.write("modem", "mine");
  const auto ran = run_program("emulate --pty " + file);
  REQUIRE(ran.status == 1);
  REQUIRE(!ran.err.empty());
  REQUIRE(dialbench::tests::read_whole(file) == "mine");
}

TEST_CASE("on stdin and stdout there are only the modem's bytes", "[binary]") {
  const auto ran = run_program("emulate --stdio", "", "ATE0V1\rAT\r");
  REQUIRE(ran.status == 0);
  REQUIRE_THAT(ran.err, StartsWith("ready stdio pid="));
  REQUIRE_THAT(ran.out, ContainsSubstring("\r\nOK\r\n"));
}
