// [binary]: these run the built program, one to be dialled and one that dials.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
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
  int inotify_descriptors() const {
    int count = 0;
    const auto folder = "/proc/" + std::to_string(child_) + "/fd";
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
      std::error_code gone;
      if (std::filesystem::read_symlink(each.path(), gone) == "anon_inode:inotify") ++count;
    }
    return count;
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
  std::string ready;
  // Another program may have got the pty's number meanwhile: then the link leads somewhere, and is rightly
  // kept.
  for (int i = 0; i < 20 && ready.empty(); ++i) {
    std::filesystem::remove(link);
    Emulated killed(carrier + link);
    REQUIRE_THAT(killed.ready(), StartsWith("ready"));
    REQUIRE(killed.end_of(SIGKILL) == SIGKILL);
    REQUIRE(std::filesystem::is_symlink(link));
    Emulated next(carrier + link + " 2>/dev/null");
    ready = next.ready();
    if (!ready.empty()) CHECK(next.stop() == 0);
  }
  REQUIRE_THAT(ready, StartsWith("ready pty=" + link));
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

  std::ofstream(folder / "bad.toml")
      << "[line.1]\nkind = \"bussy\"\n[exchange]\nring_cycle = 'often'\nx = 1\n";
  const auto ran = run_program("emulate " + folder / "bad.toml" + " --pty " + folder / "n");
  CHECK(ran.status == 1);
  CHECK_THAT(ran.err, ContainsSubstring("bad.toml:2:8") && ContainsSubstring("bad.toml:4:14") &&
                          ContainsSubstring("bad.toml:5:1"));
  CHECK(ran.out.empty());
  CHECK(access((folder / "n").c_str(), F_OK) != 0);
}

TEST_CASE("a thousand modems with twenty descriptors: one sentence, and nothing is left", "[binary]") {
  const Folder folder;
  const auto where = GENERATE("--pty", "--tcp");
  const auto place = std::string(where) == "--pty" ? folder / "m" : std::string("0");
  const auto ran =
      run_program("emulate --modems 1000 " + std::string(where) + ' ' + place, "prlimit --nofile=20 --");
  CHECK(ran.status == 1);
  auto told = ran.err;
  std::replace(told.begin(), told.end(), '\n', ' '); // it may be wrapped
  CHECK_THAT(told, StartsWith("dialbench: emulate: modem ") && ContainsSubstring(" of 1000: ") &&
                       ContainsSubstring("Too many open files"));
  CHECK(told.find("dialbench:", 1) == std::string::npos);
  CHECK(access((folder / "m1").c_str(), F_OK) != 0);
}

namespace {

// Time of the processor that children have taken which are gone.
double processor_ms() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto ms = [](timeval time) {
    return 1000.0 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1000.0;
  };
  return ms(usage.ru_utime) + ms(usage.ru_stime);
}

#if defined(__SANITIZE_ADDRESS__)
constexpr double slower = 20;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr double slower = 20;
#else
constexpr double slower = 1;
#endif
#else
constexpr double slower = 1;
#endif

} // namespace

// Time of the processor, which other programs do not take from it: what a clock on the wall shows is in
// docs/serving.md.
TEST_CASE("a modem is ready, has run a command and is gone in a tenth of a second", "[binary]") {
  const auto before = processor_ms();
  REQUIRE(run_program("emulate --pty --exec true").status == 0);
  CHECK(processor_ms() - before < 100 * slower);
}

// Closing an inotify instance is waiting for the kernel: with one for each modem this took seconds.
TEST_CASE("many modems end with one instance of inotify", "[binary]") {
  const Folder folder;
  Emulated modems("--modems 64 --pty " + folder / "m");
  REQUIRE_THAT(modems.ready(), StartsWith("ready "));
  CHECK(modems.inotify_descriptors() <= 2); // it, and the duplicate that is waited on
  CHECK(modems.stop() == 0);
  CHECK(access((folder / "m64").c_str(), F_OK) != 0);
}

namespace {

// A connection of the test's own; what it waits for comes within 60 s, or the test fails.
class Connection {
 public:
  Connection(int family, const sockaddr* address, socklen_t size)
      : socket_(socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval limit{60, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    connected_ = connect(socket_, address, size) == 0;
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { close(socket_); }

  static Connection to_port(const std::string& port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(port)));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return {AF_INET, reinterpret_cast<const sockaddr*>(&address), sizeof address};
  }
  static Connection to_socket(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return {AF_UNIX, reinterpret_cast<const sockaddr*>(&address), sizeof address};
  }

  std::string asks(const std::string& bytes, std::size_t answer) {
    if (!connected_ || send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) return "not connected";
    std::string heard;
    for (char c; heard.size() < answer && recv(socket_, &c, 1, 0) == 1;) heard += c;
    return heard;
  }

 private:
  int socket_;
  bool connected_ = false;
};

} // namespace

TEST_CASE("a fault on the way is a line error for who asks over RFC 2217", "[binary]") {
  const Folder folder;
  const auto path = folder / "control";
  Emulated modem("--rfc2217 0 --control " + path);
  const auto colon = modem.ready().find(':');
  REQUIRE(colon != std::string::npos);
  auto client = Connection::to_port(modem.ready().substr(colon + 1));
  auto control = Connection::to_socket(path);
  // The com port option, and all four line errors.
  REQUIRE(client.asks("\xff\xfb\x2c\xff\xfa\x2c\x0a\x1e\xff\xf0", 17) ==
          "\xff\xfd\x2c\xff\xfa\x2c\x6b\x30\xff\xf0\xff\xfa\x2c\x6e\x1e\xff\xf0");
  CHECK(control.asks("fault 1 parity count=1\n", 3) == "ok\n");
  CHECK(control.asks("fault 1 parety\n", 16) == "error: expected ");
  CHECK(client.asks("AT\r", 16) == "\xff\xfa\x2c\x6a\x04\xff\xf0"
                                   "AT\r\r\nOK\r\n");
  CHECK(client.asks("AT\r", 9) == "AT\r\r\nOK\r\n");
}

TEST_CASE("a modem that its own call has unplugged can be plugged in again", "[binary]") {
  const Folder folder;
  const auto control = folder / "control";
  const auto link = folder / "modem";
  const auto exchange =
      folder.write("exchange.toml", "[line.5550123]\nkind = \"unplugged\"\nafter = \"100ms\"\n");
  Emulated modem(exchange + " --pty " + link + " --control " + control + " 2>/dev/null");
  CHECK(run_program("dial -p " + link + " 5550123").status != 0);
  auto commands = Connection::to_socket(control);
  // Until the fleet knows that it is gone there is nothing to plug in.
  std::string reply;
  while ((reply = commands.asks("plug 1\n", 3)) == "err") commands.asks("", 26);
  CHECK(reply == "ok\n");
  CHECK(run_program("dial -p " + link + " 5550176").status == 76);
}

TEST_CASE("a control socket has a name", "[binary]") {
  const auto result = run_program("emulate --stdio --control ''");
  CHECK(result.status == 64);
  CHECK_THAT(result.err, ContainsSubstring("a name for the socket is expected"));
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

TEST_CASE("a slot that a command does not have is refused before anything starts", "[binary]") {
  const auto [arguments, told] = GENERATE(table<std::string, std::string>({
      {"emulate --pty --exec 'touch X {prot}'",
       "emulate: --exec: unknown {prot} ({port}?) in the command; expected {port}, or a blank behind"},
      {"emulate --pty --exec 'touch X {port3}'", "unknown {port3} ({port}?)"},
      {"emulate --pty --modems 2 --exec 'touch X {port3}'", "expected {port}, {port1} and {port2}, or"},
      {"emulate --pty --exec 'echo \"{Port}\"; touch X'", "unknown {Port} ({port}?) in the command"},
      {"replay call.txt --pty --exec 'touch X {port2}'", "replay: --exec: unknown {port2} ({port}?)"},
  }));
  CAPTURE(arguments);
  const Folder folder;
  folder.write("call.txt", "0 > \"ATZ\\r\"\n0.1 < \"\\r\\nOK\\r\\n\"\n");
  const auto ran = run_program(arguments, "env -C " + folder / "");
  CHECK(ran.status == 64);
  CHECK_THAT(dialbench::tests::unbroken(ran.err), ContainsSubstring(told));
  CHECK(dialbench::tests::fits_the_page(ran.err));
  CHECK_FALSE(std::filesystem::exists(folder / "X"));
}

TEST_CASE("each of several modems has its slot, and braces of others are left to them", "[binary]") {
  const auto ran =
      run_program("emulate --pty --modems 3 --exec "
                  "'test {port} = {port1} && test -c {port3} && echo {port2} | awk \"{print}\"'");
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, StartsWith("/dev/pts/"));
  CHECK_THAT(dialbench::tests::unbroken(run_program("emulate --help").out), ContainsSubstring("{port3}"));
  const auto others =
      run_program("emulate --pty --exec 'port=x; echo ${port} HEAD@{upstream} {number} >&2; test -c {port}'");
  CHECK(others.status == 0);
  CHECK_THAT(others.err, ContainsSubstring("x HEAD@{upstream} {number}\n"));
}

TEST_CASE("what standard output does not take of a modem's words is told, and no success", "[binary]") {
  for (const std::string control : {"", " --control ctl"}) {
    const Folder folder;
    const auto ran =
        run_program("emulate --stdio" + control + " >/dev/full", "env -C " + folder / "", "AT\r");
    CHECK(ran.status == 1);
    CHECK_THAT(dialbench::tests::unbroken(ran.err),
               ContainsSubstring("standard output: No space left on device. What belongs there is lost."));
  }
  CHECK(run_program("emulate --stdio", "", "AT\r").status == 0);
}

TEST_CASE("a reader that went away wanted no more of a modem", "[binary]") {
  const auto ran = run_program("emulate --stdio 2>/dev/null | :", "", "AT\r");
  CHECK(ran.status == 0);
  const Folder folder;
  const auto script = folder.write("leave.sh", "{ \"" DIALBENCH_BINARY_DIR
                                               "/dialbench\" emulate --stdio <in; echo $? >status; } | :\n");
  folder.write("in", "AT\r");
  CHECK(std::system(("cd " + folder / "" + " && sh " + script + " 2>err").c_str()) == 0);
  CHECK(dialbench::tests::read_whole(folder / "status") == "0\n");
}
