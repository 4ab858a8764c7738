// [binary]: these run the built program, one to be dialled and one that dials.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <sys/prctl.h>
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
  int end_of(int signal) { // what waitpid says after it; 0: wait only
    if (signal != 0) kill(child_, signal);
    waitpid(child_, &status_, 0);
    child_ = 0;
    return status_;
  }
  pid_t socat() const {
    const std::string pid = std::to_string(child_);
    std::ifstream children("/proc/" + pid + "/task/" + pid + "/children");
    pid_t first = 0;
    children >> first;
    return first;
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

TEST_CASE("the link that a killed modem left is taken over, whatever number the new pty gets", "[binary]") {
  const auto carrier = GENERATE("--pty ", "--socat ");
  const Folder folder;
  const auto link = folder / "modem";
  Emulated killed(carrier + link);
  REQUIRE_THAT(killed.ready(), StartsWith("ready"));
  REQUIRE(killed.end_of(SIGKILL) == SIGKILL);
  REQUIRE(std::filesystem::is_symlink(link));
  Emulated next(carrier + link);
  REQUIRE_THAT(next.ready(), StartsWith("ready pty=" + link));
  CHECK(next.stop() == 0);
}

TEST_CASE("a modem whose socat ends says so and fails", "[binary]") {
  const Folder folder;
  Emulated modem("--socat " + folder / "modem" + " 2>" + folder / "err");
  REQUIRE(modem.socat() > 0);
  REQUIRE(kill(modem.socat(), SIGKILL) == 0);
  const int status = modem.end_of(0);
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 1);
  REQUIRE_THAT(dialbench::tests::read_whole(folder / "err"), ContainsSubstring("socat has ended"));
}

TEST_CASE("socat does not outlive a modem that is killed", "[binary]") {
  REQUIRE(prctl(PR_SET_CHILD_SUBREAPER, 1) == 0); // so that it is ours to wait for
  const Folder folder;
  Emulated modem("--socat " + folder / "modem");
  const pid_t socat = modem.socat();
  REQUIRE(socat > 0);
  REQUIRE(modem.end_of(SIGKILL) == SIGKILL);
  int status = 0;
  REQUIRE(waitpid(socat, &status, 0) == socat);
  REQUIRE(WIFSIGNALED(status));
}

TEST_CASE("a modem whose ready line cannot be written ends", "[binary]") {
  const Folder folder;
  const auto ran = run_program("emulate --pty " + folder / "modem" + " >/dev/full", "timeout 10");
  REQUIRE(ran.status == 1);
  REQUIRE_THAT(ran.err, ContainsSubstring("No space left on device"));
  REQUIRE(!std::filesystem::is_symlink(folder / "modem"));
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

TEST_CASE("a command runs beside the modem, and its exit status is ours", "[binary]") {
  const auto carrier = GENERATE("--pty", "--socat");
  const Folder folder;
  const auto ran =
      run_program("emulate " + std::string(carrier) + " '" + folder / "my modem" +
                  "' --pace 10 --exec '\"" DIALBENCH_BINARY_DIR "/dialbench\" dial -p {port} 5550176'");
  CHECK(ran.status == 76);
  CHECK_THAT(ran.out, StartsWith(folder / "my modem" + " is a pty: an emulated modem."));
  CHECK(!std::filesystem::exists(std::filesystem::symlink_status(folder / "my modem")));
}

TEST_CASE("a command needs no link, and finds the port in its environment", "[binary]") {
  const auto ran =
      run_program("emulate --pty --exec 'test -c \"$DIALBENCH_PORT\" && echo it is {port}; exit 7'");
  CHECK(ran.status == 7);
  CHECK_THAT(ran.out, StartsWith("it is /dev/pts/"));
  CHECK(run_program("emulate --pty --exec 'kill -KILL $$'").status == 128 + SIGKILL);
  CHECK(run_program("emulate --pty --exec no-such-program-of-dialbench").status == 127);
}

TEST_CASE("a request to end goes to the command, whose end is then ours", "[binary]") {
  const Folder folder;
  Emulated modem("--pty --exec 'trap \"exit 5\" TERM; echo started; while :; do read line; done <" +
                 folder.write("empty", "") + "'");
  REQUIRE(modem.ready() == "started");
  const int status = modem.stop();
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 5);
}

TEST_CASE("several modems have a link each, and all links go at the end", "[binary]") {
  const Folder folder;
  const auto m = folder / "m";
  Emulated modems("--modems 2 --pace 50 --pty " + m);
  CHECK_THAT(modems.ready(), StartsWith("ready pty=" + m + "1 pty=" + m + "2 pid="));
  const auto ran = run_program("dial -p " + m + "1 5550178 --dial-timeout 60s");
  CHECK(ran.status == 78);
  modems.stop();
  CHECK(access((m + "1").c_str(), F_OK) != 0);
  CHECK(access((m + "2").c_str(), F_OK) != 0);
}

TEST_CASE("an exchange file is what is dialled, and one with faults starts nothing", "[binary]") {
  const Folder folder;
  std::ofstream(folder / "x.toml") << "[line.5550100]\nkind = \"busy\"\n";
  Emulated modem(folder / "x.toml" + " --pace 20 --pty " + folder / "m");
  CHECK(run_program("dial -p " + folder / "m" + " 5550100").status == 76);

  std::ofstream(folder / "bad.toml") << "[line.1]\nkind = \"bussy\"\n[exchange]\nring_cycle = 6\nx = 1\n";
  const auto ran = run_program("emulate " + folder / "bad.toml" + " --pty " + folder / "n");
  CHECK(ran.status == 1);
  CHECK_THAT(ran.err, ContainsSubstring("bad.toml:2:8") && ContainsSubstring("bad.toml:4:14") &&
                          ContainsSubstring("bad.toml:5:1"));
  CHECK(ran.out.empty());
  CHECK(access((folder / "n").c_str(), F_OK) != 0);
}

TEST_CASE("a thousand modems with twenty descriptors: one sentence, and nothing is left", "[binary]") {
  const Folder folder;
  const auto ran = run_program("emulate --modems 1000 --pty " + folder / "m", "prlimit --nofile=20 --");
  CHECK(ran.status == 1);
  CHECK_THAT(ran.err, ContainsSubstring("of 1000: ") && ContainsSubstring("Too many open files"));
  CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
  CHECK(access((folder / "m1").c_str(), F_OK) != 0);
}

TEST_CASE("commands come by a socket while it runs", "[binary]") {
  const Folder folder;
  const auto control = folder / "control";
  Emulated modem("--modems 2 --tcp 0 --control " + control);
  CHECK_THAT(modem.ready(), StartsWith("ready tcp=127.0.0.1:"));
  const std::string ask =
      "printf 'ring 1 from 5551234\\nring 1\\nring 3\\nstatus\\n' | socat -t 20 - UNIX-CONNECT:" + control;
  std::string said;
  FILE* pipe = popen(("timeout 20 sh -c \"" + ask + "\"").c_str(), "r");
  REQUIRE(pipe != nullptr);
  for (int c; std::count(said.begin(), said.end(), '\n') < 6 && (c = fgetc(pipe)) != EOF;)
    said += static_cast<char>(c);
  modem.stop();
  pclose(pipe);
  CHECK_THAT(said, StartsWith("ok\nerror: modem 1 is busy: ringing\nerror: there is no modem 3"));
  CHECK_THAT(said, ContainsSubstring("5550201 ringing dials=0\n") &&
                       ContainsSubstring("5550202 on-hook dials=0\nok\n"));
  CHECK(access(control.c_str(), F_OK) != 0);
}
