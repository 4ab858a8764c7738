// [binary]: these run the built program.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <algorithm>

using dialbench::tests::fits_the_page;
using dialbench::tests::Folder;
using dialbench::tests::run_program;

TEST_CASE("a scenario that cannot be read is named once, with its place, within the page", "[binary]") {
  const Folder folder;
  folder.write("bad.toml", "name = 'x'\n[modem]\nno_such_habit_of_a_modem = 'what is not known'\n");
  const auto ran = run_program("test bad.toml", "env -C " + folder / "");
  REQUIRE(ran.status == 1);
  REQUIRE_THAT(ran.out, StartsWith("FAIL  bad.toml cannot be read"));
  REQUIRE_THAT(ran.out, ContainsSubstring("\n      bad.toml:3:"));
  REQUIRE(ran.out.find("bad.toml: bad.toml") == std::string::npos);
  REQUIRE(fits_the_page(ran.out));
}

namespace {
// A folder with a scenario that passes and one that fails.
void write_two(const Folder& folder) {
  folder.write("set/right.toml", "name = 'it is busy'\nnumber = '5550176'\n[expect]\nclass = 'busy'\n");
  folder.write("set/wrong.toml", "name = 'it is not'\nnumber = '5550176'\n[expect]\nclass = 'connected'\n");
}
std::string in(const Folder& folder) { return "env -C " + folder / ""; }
} // namespace

TEST_CASE("a run in memory tells how to run the failure alone", "[binary]") {
  const Folder folder;
  write_two(folder);
  const auto ran = run_program("test --simulate set", in(folder));
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("ok    it is busy"));
  CHECK_THAT(ran.out, ContainsSubstring("Again, alone:  dialbench test --simulate set/wrong.toml"));
  CHECK_THAT(ran.out, ContainsSubstring("2 scenarios: 1 passed, 1 failed."));
  CHECK(fits_the_page(ran.out));
}

TEST_CASE("JUnit's XML has both cases, and the conversation of the one that failed", "[binary]") {
  const Folder folder;
  write_two(folder);
  const auto ran = run_program("test --pty --junit results.xml set", in(folder));
  CHECK(ran.status == 1);
  const auto xml = dialbench::tests::read_whole(folder / "results.xml");
  CHECK_THAT(xml, ContainsSubstring("tests=\"2\" failures=\"1\" errors=\"0\""));
  CHECK_THAT(xml, ContainsSubstring("<testcase name=\"it is busy\" classname=\"set.right\""));
  CHECK_THAT(xml, ContainsSubstring("message=\"class: expected connected, got busy\""));
  CHECK_THAT(xml, ContainsSubstring("ATDT5550176"));
}

TEST_CASE("a JUnit file that cannot be written is told before anything runs", "[binary]") {
  const Folder folder;
  write_two(folder);
  const auto ran = run_program("test --simulate --junit none/results.xml set", in(folder));
  CHECK(ran.status == 64);
  CHECK(ran.out.empty());
  CHECK_THAT(ran.err, ContainsSubstring("none/results.xml"));
}

TEST_CASE("TAP and JSON are all that is printed", "[binary]") {
  const Folder folder;
  write_two(folder);
  const auto tap = run_program("test --simulate --tap set", in(folder));
  CHECK(tap.status == 1);
  CHECK_THAT(tap.out,
             StartsWith("TAP version 13\n1..2\nok 1 - it is busy\nnot ok 2 - it is not\n# set/wrong.toml: "));
  const auto json = run_program("test --simulate --json set", in(folder));
  CHECK_THAT(json.out, StartsWith("{\n  \"schema\": \"dialbench.test/1\""));
  CHECK(run_program("test --json --tap set", in(folder)).status == 64);
}

TEST_CASE("a filter, a share and rounds choose what is run", "[binary]") {
  const Folder folder;
  write_two(folder);
  const auto rounds = run_program("test --simulate --filter BUSY --repeat 3 set", in(folder));
  CHECK(rounds.status == 0);
  CHECK_THAT(rounds.out, ContainsSubstring("3 scenarios: 3 passed"));
  const auto share = run_program("test --simulate --shard 2/2 set", in(folder));
  CHECK(share.status == 1);
  CHECK_THAT(share.out, ContainsSubstring("1 scenario of share 2/2: 0 passed, 1 failed."));
  for (const auto* wrong :
       {"--shard 3/2", "--shard 0/2", "--shard x", "--repeat 0", "--serial --simulate", "--filter zz"})
    CHECK(run_program("test " + std::string(wrong) + " set", in(folder)).status == 64);
}

TEST_CASE("a failure is one block, and one empty line stands behind it", "[binary]") {
  const Folder folder;
  folder.write("own.toml",
               "name = 'mine'\nnumber = '5550176'\ncommand = 'echo I am here; printf \"ATZ\\r\" >{port}; "
               "sleep 0.1; exit 3'\n[expect]\nsucceeds = true\n");
  const auto ran = run_program("test --pty own.toml", "env -C " + folder / "");
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("\n      own.toml: succeeds: expected true, got status 3\n"));
  CHECK_THAT(ran.out, ContainsSubstring("\n      What the command wrote:\n        I am here\n"));
  CHECK_THAT(ran.out, ContainsSubstring("\n      second  dialer"));
  CHECK_THAT(ran.out,
             ContainsSubstring("\n      Again, alone:  dialbench test --pty own.toml\n\n1 scenario: "));
  CHECK(fits_the_page(ran.out));
}

TEST_CASE("a sum behind scenarios that passed stands apart from them", "[binary]") {
  const Folder folder;
  folder.write("busy.toml", "name = 'it is busy'\nnumber = '5550176'\n[expect]\nclass = 'busy'\n");
  CHECK_THAT(run_program("test --simulate busy.toml", in(folder)).out,
             ContainsSubstring(" s\n\n1 scenario: 1 passed"));
}

TEST_CASE("what runs a command again is told whole, with the program under test, and not in memory",
          "[binary]") {
  const Folder folder;
  folder.write("own.toml", "name = 'mine'\ncommand = '$DIALER {port}'\n[expect]\nstatus = 0\n");
  const auto ran = run_program("test --simulate own.toml", in(folder) + " DIALER='sh my.sh'");
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("a command needs a port: --serial or --pty"));
  CHECK_THAT(ran.out, ContainsSubstring("Again, alone:  DIALER='sh my.sh' dialbench test --pty own.toml\n"));
}

TEST_CASE("faults of a scenario that acted are told where it fails", "[binary]") {
  const Folder folder;
  folder.write("late.toml", "name = 'late'\nnumber = '5550176'\n[[faults]]\nkind = 'late_result'\ncall = 1\n"
                            "for = '3m'\n[expect]\nclass = 'busy'\n");
  CHECK_THAT(run_program("test --simulate late.toml", in(folder)).out,
             ContainsSubstring("\n      fault: late_result call=1 for=3m\n"));
}

TEST_CASE("a scenario whose script cannot be read says why in every form", "[binary]") {
  const Folder folder;
  folder.write("t.toml", "name = 'mine'\nchat = 'soon.chat'\n[expect]\nclass = 'busy'\n");
  folder.write("soon.chat", "TIMEOUT soon\n");
  const std::string why = "soon.chat:1:9: TIMEOUT soon";
  CHECK_THAT(run_program("test --simulate t.toml", in(folder)).out,
             ContainsSubstring("t.toml: the script: " + why));
  CHECK_THAT(run_program("test --simulate --tap t.toml", in(folder)).out, ContainsSubstring(why));
  CHECK_THAT(run_program("test --simulate --json t.toml", in(folder)).out, ContainsSubstring(why));
  run_program("test --simulate --junit r.xml t.toml", in(folder));
  CHECK_THAT(dialbench::tests::read_whole(folder / "r.xml"),
             ContainsSubstring("message=\"the script: " + why));
}

TEST_CASE("a signal ends the run, its dialers and its folders, and the reports are written", "[binary]") {
  const Folder folder;
  folder.write("set/a.toml", "name = 'it is busy'\nnumber = '5550176'\n[expect]\nclass = 'busy'\n");
  folder.write("set/b.toml", "name = 'for ever'\n"
                             "command = \"sh -c 'exec 9>alive; echo begun >&9; exec sleep 1000' & wait\"\n"
                             "[expect]\nstatus = 0\n");
  folder.write("tmp/.keep", "");
  folder.write("results.xml", "the results of yesterday");
  const std::string signal = GENERATE("INT", "TERM", "HUP");
  // The pipe has an end when the dialer has one, so nothing has to be waited for.
  folder.write("go.sh", "mkfifo alive\nTMPDIR=$PWD/tmp \"$@\" >out &\n"
                        "exec 8<alive\nread begun <&8\nkill -" +
                            signal + " $!\nwait $!\necho $begun, status $?\ncat <&8\nls tmp\n");
  const auto ran = run_program("test --pty --jobs 1 --junit results.xml set", in(folder) + " sh go.sh");
  const int number = signal == "INT" ? 2 : signal == "TERM" ? 15 : 1;
  CHECK(ran.out == "begun, status " + std::to_string(128 + number) + "\n");
  const auto out = dialbench::tests::read_whole(folder / "out");
  CHECK_THAT(out, ContainsSubstring("ok    it is busy"));
  CHECK_THAT(out,
             ContainsSubstring("2 scenarios: 1 passed, 1 failed or not run to their end, as SIG" + signal));
  const auto xml = dialbench::tests::read_whole(folder / "results.xml");
  CHECK_THAT(xml, ContainsSubstring("tests=\"2\" failures=\"1\""));
  CHECK_THAT(xml, ContainsSubstring("not run to its end: SIG" + signal + " came"));
}

TEST_CASE("of a command that writes much the terminal has the last 40 lines, machines have them all",
          "[binary]") {
  const Folder folder;
  folder.write("own.toml", "name = 'mine'\ncommand = 'seq 1 500; exit 3'\n[expect]\nsucceeds = true\n");
  const auto ran = run_program("test --pty --junit results.xml own.toml", in(folder));
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out,
             ContainsSubstring("      What the command wrote:\n        ... (460 lines before this; the "
                               "lines are in --junit and --json)\n        461\n"));
  CHECK_THAT(ran.out, ContainsSubstring("\n        500\n"));
  CHECK(ran.out.find("        460\n") == std::string::npos);
  CHECK(fits_the_page(ran.out));
  const auto xml = dialbench::tests::read_whole(folder / "results.xml");
  CHECK_THAT(xml, ContainsSubstring("\n        1\n        2\n"));
  CHECK_THAT(xml, ContainsSubstring("\n        500\n"));
  CHECK(xml.find("before this") == std::string::npos);
  const auto tap = run_program("test --pty --tap own.toml", in(folder)).out;
  CHECK(std::count(tap.begin(), tap.end(), '\n') < 60);
  CHECK_THAT(run_program("test --pty --json own.toml", in(folder)).out, ContainsSubstring("\\n        1\\n"));
}

TEST_CASE("one line without an end is cut as lines of the page are, and bytes that nobody has are counted",
          "[binary]") {
  const Folder folder;
  folder.write("own.toml", "name = 'mine'\ncommand = \"head -c 100000 /dev/zero | tr '\\\\0' x; exit 3\"\n"
                           "[expect]\nsucceeds = true\n");
  const auto ran = run_program("test --pty --junit results.xml own.toml", in(folder));
  CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') < 60);
  CHECK_THAT(
      dialbench::tests::unbroken(ran.out),
      ContainsSubstring(" lines and 34464 bytes before this; the lines are in --junit and --json) xxx"));
  CHECK(fits_the_page(ran.out));
  CHECK_THAT(dialbench::tests::read_whole(folder / "results.xml"),
             ContainsSubstring("        ... (34464 bytes before this)\n        xxx"));
}

TEST_CASE("without a conversation one empty line stands in front of what the command wrote", "[binary]") {
  const Folder folder;
  folder.write("own.toml", "name = 'mine'\ncommand = 'echo no; exit 3'\n[expect]\nsucceeds = true\n");
  const auto ran = run_program("test --pty own.toml", in(folder));
  CHECK_THAT(ran.out, ContainsSubstring("got status 3\n\n      What the command wrote:\n        no\n"));
}

TEST_CASE("the table beside a recording stands as far in as the conversation, within the page", "[binary]") {
  const Folder folder;
  folder.write("call.txt", "0 > \"AT&F&C1&D2S0=0S6=4S7=60S8=2S9=6S10=14S11=95\\r\"\n"
                           "0.1 < \"\\r\\nOK\\r\\n\"\n1 > \"ATDT5550176\\r\"\n9 < \"\\r\\nBUSY\\r\\n\"\n");
  folder.write("own.toml", "name = 'mine'\nreplay = 'call.txt'\nnumber = '5550176'\n[variables]\ninit = "
                           "'AT&F'\n[expect]\nkept = true\n");
  const auto ran = run_program("test --simulate own.toml", in(folder));
  CHECK(ran.status == 1);
  CHECK_THAT(ran.out, ContainsSubstring("\n      Beside the recording:\n\n      seconds  recorded "));
  CHECK_THAT(ran.out, ContainsSubstring("\n      second  dialer "));
  CHECK_THAT(dialbench::tests::unbroken(ran.out), ContainsSubstring("S10=14 S11=95"));
  CHECK(fits_the_page(ran.out));
}
