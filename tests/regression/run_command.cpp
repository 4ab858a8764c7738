// Somebody else's dialer, here a few lines of shell.
#include "harness/regression/run_command.hpp"

#include "harness/regression/judge.hpp"
#include "harness/regression/read_scenario.hpp"
#include "tests/catch.hpp"
#include "tests/regression/run.hpp"

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>

using namespace dialbench;
using namespace dialbench::regression;
using tests::run;

namespace {

// A dialer that says one line and waits for one word, as many do.
const std::string dialer = R"(exec 3<>{port}
stty raw -echo <&3
printf 'ATDT{number}\r' >&3
while read -r line <&3; do case $line in *BUSY*) exit 7;; *CONNECT*) break;; esac; done
)";

std::string scenario_with(const std::string& command, const std::string& expect) {
  return "name = \"x\"\nnumber = \"5550176\"\npace = 50\ncommand = \'\'\'\n" + command +
         "\'\'\'\n[expect]\n" + expect;
}

std::vector<std::string> judged(const std::string& text) {
  const auto scenario = read_scenario(text, "x.toml");
  INFO((scenario ? "" : script::shown(scenario.error().front())));
  REQUIRE(scenario.has_value());
  return judge(*scenario, run(*scenario));
}

} // namespace

TEST_CASE("a command is judged by its status, by what it said, and by the line that it left") {
  CHECK(judged(scenario_with(dialer, "status = 7\nsucceeds = false\nsent = [\"atdt 5550176\"]\ndials = 1\n"
                                     "hung_up = true\n"))
            .empty());
  const auto failures = judged(
      scenario_with(dialer, "status = 0\nsent = [\"ATDT5550176\", \"ATH\"]\ndials = 2\nhung_up = false\n"));
  REQUIRE(failures.size() == 4);
  CHECK(failures[0] == "status: expected 0, got 7");
  CHECK(failures[1] == "dials: expected 2, got 1");
  CHECK(failures[2] == "hung_up: expected false, got true");
  CHECK(failures[3] == "sent: expected \"ATH\", got no such line where it belongs");
}

TEST_CASE("a command that never ends is ended, and its output is kept") {
  auto scenario = read_scenario(
      scenario_with("echo still here\nwhile :; do sleep 1; done\n", "succeeds = true\n"), "x.toml");
  REQUIRE(scenario.has_value());
  scenario->command_timeout = std::chrono::milliseconds(300);
  const auto ran = run(*scenario);
  CHECK_FALSE(ran.status.has_value());
  CHECK(ran.output == "still here\n");
  CHECK(judge(*scenario, ran) ==
        std::vector<std::string>{"the command: expected an end within 0.3 s, got none: "
                                 "it was ended"});
}

TEST_CASE("of a command that writes much the end is kept, and how much is missing is said") {
  const auto scenario = read_scenario(
      scenario_with("head -c 100000 /dev/zero | tr '\\0' x; echo the end\n", "succeeds = true\n"), "x.toml");
  REQUIRE(scenario.has_value());
  const auto ran = run(*scenario);
  CHECK(ran.output_left_out == 34'472);
  CHECK(ran.output.size() == 65'536);
  CHECK(ran.output.ends_with("xthe end\n"));
}

TEST_CASE("nothing that a command has started outlives it") {
  const auto scenario = read_scenario(scenario_with("sleep 1000 & echo $!\n", "succeeds = true\n"), "x.toml");
  REQUIRE(scenario.has_value());
  const auto ran = run(*scenario);
  REQUIRE(ran.status == 0U);
  const pid_t left = std::stoi(ran.output);
  REQUIRE(left > 1);
  const auto process = static_cast<int>(::syscall(SYS_pidfd_open, left, 0));
  if (process < 0) return; // its end was seen by everybody already
  pollfd ends{process, POLLIN, 0};
  CHECK(::poll(&ends, 1, 20'000) == 1);
  ::close(process);
}

TEST_CASE("a number is one word to the shell, whatever is in it") {
  auto scenario = read_scenario(scenario_with("printf '%s|' {number} end\n", "status = 0\n"), "x.toml");
  REQUIRE(scenario.has_value());
  for (auto& each : scenario->variables) each.value = "*70,555 #";
  CHECK(run(*scenario).output == "*70,555 #|end|");
}

TEST_CASE("a variable of the shell's is none of our slots, and other braces are the shell's") {
  auto scenario = read_scenario(
      scenario_with("number=1; folder=2; port=3; printf '%s|' ${number} \"${folder}\" ${port} {number} "
                    "HEAD@{upstream} {host}\n",
                    "status = 0\n"),
      "x.toml");
  REQUIRE(scenario.has_value());
  CHECK(run(*scenario).output == "1|2|3|5550176|HEAD@{upstream}|{host}|");
}

TEST_CASE("a command that does not exist has the status that the shell gives it") {
  CHECK(judged(scenario_with("no-such-dialer-anywhere {port}\n", "status = 127\ndials = 0\n")).empty());
}

TEST_CASE("a command cannot be simulated, and says so") {
  const auto scenario = read_scenario(scenario_with("true\n", "status = 0\n"), "x.toml");
  REQUIRE(scenario.has_value());
  const auto failures = judge(*scenario, run(*scenario, Way::simulate));
  REQUIRE(failures.size() == 1);
  CHECK(failures[0] == "could not be run: a command needs a port: --serial or --pty");
}

TEST_CASE("what is expected of a session is not expected of a command, nor the other way") {
  const auto fault = [](const std::string& text) {
    const auto scenario = read_scenario(text, "x.toml");
    return scenario ? std::string() : script::shown(scenario.error().front());
  };
  CHECK_THAT(fault(scenario_with("true\n", "class = \"busy\"\n")),
             ContainsSubstring(": a class, a code or a time is expected of a command"));
  CHECK_THAT(fault("name = \"x\"\n[expect]\nstatus = 0\n"),
             ContainsSubstring("x.toml:2:2: status, succeeds, speaks or sent is expected"));
  CHECK_THAT(fault("name = \"x\"\n[expect]\nspeaks = true\n"), ContainsSubstring("there is no command"));
  CHECK_THAT(fault(scenario_with("true\n", "sent = \"ATZ\"\n")), ContainsSubstring("an array of strings"));
}

TEST_CASE("a command finds the scenario's folder, and runs where dialbench was started") {
  auto scenario =
      read_scenario(scenario_with("printf '%s|' {folder}/own.sh; pwd\n", "status = 0\n"), "my own/x.toml");
  REQUIRE(scenario.has_value());
  CHECK(run(*scenario).output == "my own/own.sh|" + std::filesystem::current_path().string() + '\n');
  scenario->file = "x.toml";
  CHECK(run(*scenario).output.starts_with("./own.sh|"));
}

TEST_CASE("a dialer that closes the port behind a command is seen to") {
  const auto scenario = read_scenario(scenario_with(R"(say() {
  exec 3<>{port}
  stty raw -echo <&3
  printf "$1\r" >&3
  while read -r line <&3; do case $line in *$2*) break;; esac; done
  exec 3>&-
}
say ATZ OK
say ATDT{number} BUSY
)",
                                                    "status = 0\n"),
                                      "x.toml");
  REQUIRE(scenario.has_value());
  const auto ran = run(*scenario);
  std::string said;
  for (const auto& event : ran.transcript)
    if (event.kind != transcript::Kind::received) said += event.text + '|';
  CHECK_THAT(said, StartsWith("ATZ\r|the port is closed: DTR drops|ATDT5550176\r|"));
}
