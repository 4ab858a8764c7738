// [binary]: these run the built program, with a shell as the dialer.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <nlohmann/json.hpp>

using dialbench::tests::Folder;
using dialbench::tests::run_program;

namespace {

constexpr auto call =
    "0 > \"ATZ\\r\"\n0.1 < \"\\r\\nOK\\r\\n\"\n1 > \"ATDT5550176\\r\"\n9 < \"\\r\\nBUSY\\r\\n\"\n";

// Says each line and waits for the bytes of its answer.
std::string dialer(const std::string& number) {
  return "--exec 'exec 3<>{port}; printf \"at z\\r\" >&3; head -c 6 <&3; printf \"ATDT" + number +
         "\\r\" >&3; head -c 8 <&3; exit 4'";
}

} // namespace

TEST_CASE("a dialer that keeps to the recording hears it, and the status is 0", "[binary]") {
  const Folder folder;
  const auto file = folder.write("call.txt", call);
  const auto ran = run_program("replay " + file + " --pty --speed 100x " + dialer("5550176"));
  CHECK(ran.out == "\r\nOK\r\n\r\nBUSY\r\n");
  CHECK(ran.err == file + ": kept to, 2 of 2 turns said.\nThe command ended with status 4.\n");
  CHECK(ran.status == 0);
}

TEST_CASE("a dialer that does not is shown what was recorded and heard, and the status is 1", "[binary]") {
  const Folder folder;
  const auto file = folder.write("call.txt", call);
  const auto text = run_program("replay " + file + " --pty --speed 100 " + dialer("5550199"));
  CHECK(text.status == 1);
  CHECK_THAT(text.err, ContainsSubstring("not kept to: 2 differences, 1 of 2 turns said."));
  CHECK_THAT(text.err, ContainsSubstring("+  ATDT5550199\\r"));
  const auto data = run_program("replay " + file + " --json --pty --strict --speed 100 " + dialer("5550176"));
  CHECK(data.status == 1);
  const auto json = nlohmann::json::parse(data.err);
  CHECK(json.at("schema") == "dialbench.replay/1");
  CHECK(json.at("kept") == false);
  CHECK(json.at("rows").at(0).at("heard") == "at z\\r");
  CHECK(json.at("command_status") == 4);
}

TEST_CASE("a network port carries a replay, too", "[binary]") {
  const auto carrier = GENERATE("--tcp", "--rfc2217");
  const Folder folder;
  const auto file = folder.write("call.txt", call);
  const auto client = folder.write("dialer.sh", R"(exec 3<>"/dev/tcp/127.0.0.1/${DIALBENCH_PORT##*:}"
printf 'ATZ\r' >&3
head -c 6 <&3
printf 'ATDT5550176\r' >&3
head -c 8 <&3
)");
  const auto ran =
      run_program("replay " + file + " --once --speed 100 " + carrier + " 0 --exec 'bash " + client + "'");
  CHECK(ran.out == "\r\nOK\r\n\r\nBUSY\r\n");
  CHECK(ran.err == file + ": kept to, 2 of 2 turns said.\nThe command ended with status 0.\n");
  CHECK(ran.status == 0);
}

TEST_CASE("a replay that ends with its dialer has its report", "[binary]") {
  const Folder folder;
  const auto file = folder.write("call.txt", "0 > \"ATZ\\r\"\n0 < \"\\r\\nOK\\r\\n\"\n");
  const auto link = folder / "modem";
  const auto script = folder.write("beside.sh", "until [ -e " + link + " ]; do :; done\nexec 3<>" + link +
                                                    "\nprintf 'ATZ\\r' >&3\nhead -c 6 <&3 >/dev/null\n");
  const auto ran = run_program("replay " + file + " --pty " + link + " --once --speed 1000",
                               "sh -c 'bash " + script + " & exec \"$@\"' sh");
  CHECK_THAT(ran.out, StartsWith("ready pty=" + link + " pid="));
  CHECK_THAT(ran.out, ContainsSubstring(file + ": kept to, 1 of 1 turn said.\n"));
  CHECK(ran.status == 0);
}

TEST_CASE("standard input and output carry a replay, too", "[binary]") {
  const Folder folder;
  // Answered at once: the end of standard input is the end of the modem.
  const auto file = folder.write("call.txt", "0 > \"ATZ\\r\"\n0 < \"\\r\\nOK\\r\\n\"\n1 > \"ATDT1\\r\"\n");
  const auto ran = run_program("replay " + file + " --stdio --speed 1000", "", "ATZ\r");
  CHECK(ran.out == "\r\nOK\r\n");
  CHECK(ran.status == 1); // it has not dialled
}

TEST_CASE("a file that cannot be replayed is told with its place, and nothing is started", "[binary]") {
  const Folder folder;
  const std::string where = " --pty " + (folder / "modem");
  const auto faulty = run_program("replay " + folder.write("f.txt", "0 > ATZ\n") + where);
  CHECK(faulty.status == 1);
  CHECK_THAT(faulty.err, ContainsSubstring("f.txt:1:5: expected a string in double quotes"));
  CHECK(run_program("replay " + (folder / "none") + where).status == 1);
  CHECK_THAT(run_program("replay " + folder.write("empty", "# nothing\n") + where).err,
             ContainsSubstring("a recording is expected"));
  CHECK_THAT(run_program("replay --format umockdev " + folder.write("c.txt", call) + where).err,
             ContainsSubstring("c.txt:1:1: expected r, w, f, d or Q"));
  CHECK(faulty.out.empty());
}

TEST_CASE("wrong usage of replay is told with what is right", "[binary]") {
  const Folder folder;
  const auto file = folder.write("call.txt", call);
  for (const auto* arguments : {"", " --pty", " --pty x --stdio", " --pty x --speed 0x",
                                " --pty x --speed fast", " --pty x --format pcap", " --stdio --exec true",
                                " --tcp x", " --tcp 0 --rfc2217 0", " --rfc2217 70000"}) {
    INFO(arguments);
    CHECK(run_program("replay " + file + arguments).status == 64);
  }
}
