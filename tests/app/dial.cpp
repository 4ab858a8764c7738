// [binary]: these run the built program, and dial its built-in exchange.
#include "tests/app/program.hpp"
#include "tests/catch.hpp"
#include "tests/folder.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>
#include <regex>
#include <sstream>
#include <sys/stat.h>

using dialbench::tests::fits_the_page;
using dialbench::tests::Folder;
using dialbench::tests::read_whole;
using dialbench::tests::run_program;
using nlohmann::json;

TEST_CASE("the verdict of a call, and the exit status that goes with it", "[binary]") {
  const auto [number, status, title] = GENERATE(table<std::string, int, std::string>({
      {"5550100", 0, "CONNECTED    class connected    the modem said: CONNECT 33600\n"},
      {"5550176", 76, "676 ERROR_LINE_BUSY    class busy    the modem said: BUSY\n"},
      {"5550177", 77, "677 ERROR_VOICE_ANSWER    class voice_answer    the modem said: VOICE\n"},
      {"5550179", 79, "679 ERROR_NO_CARRIER    class no_carrier    the modem said: NO CARRIER\n"},
      {"5550180", 80, "680 ERROR_NO_DIALTONE    class no_dialtone    the modem said: NO DIALTONE\n"},
      {"5550181", 81, "681 ERROR_IN_COMMAND    class command_error    the modem said: ERROR\n"},
  }));
  CAPTURE(number);
  const auto ran = run_program("dial " + number);
  REQUIRE(ran.status == status);
  REQUIRE_THAT(
      ran.out,
      StartsWith("No --port given: this call goes to the built-in exchange. No phone line is used.\n"));
  REQUIRE_THAT(ran.out, ContainsSubstring('\n' + title));
  REQUIRE_THAT(ran.out, ContainsSubstring("\nexit status " + std::to_string(status)));
  REQUIRE(fits_the_page(ran.out));
  REQUIRE(ran.err.empty());
}

TEST_CASE("the verdict as data", "[binary]") {
  const auto ran = run_program("dial --json 5550176");
  REQUIRE(ran.status == 76);
  const auto data = json::parse(ran.out);
  REQUIRE(data["schema"] == "dialbench.outcome/1");
  REQUIRE(data["line"] == "emulated");
  REQUIRE(data["code"] == 676);
  REQUIRE(data["class"] == "busy");
  REQUIRE(data["word"] == "BUSY");
  REQUIRE(data["exit_status"] == 76);
  REQUIRE(data["times"]["ended"].get<double>() > data["times"]["dial_sent"].get<double>());
}

TEST_CASE("a number that may not be dialled is refused before anything is opened", "[binary]") {
  // The port is not there: a refusal that came after it was opened would be 615.
  const auto [number, status, code] = GENERATE(table<std::string, int, int>({
      {"'555;1234'", 149, 749},
      {"\"$(printf '555\\r1234')\"", 149, 749},
      {"\"$(printf '555\\n1234')\"", 149, 749},
      {"'call me'", 149, 749},
      {"','", 149, 749},
      {"$(printf '5%.0s' $(seq 300))", 123, 723},
      {"112", 175, 775},
      {"9,911", 175, 775},
      {"99,911", 175, 775},
      {"--prefix 9,1 12", 175, 775},
      {"--prefix 91 1", 175, 775},
      {"--prefix 11 2", 175, 775},
      {"--prefix 9, 911", 175, 775},
      {"'*70,911'", 175, 775},
  }));
  CAPTURE(number);
  const auto ran = run_program("dial -p /dev/ttyS99 --json " + number);
  REQUIRE(ran.status == status);
  const auto data = json::parse(ran.out);
  REQUIRE(data["code"] == code);
  REQUIRE(data["dialogue"].empty());
  REQUIRE(!data["fault"].get<std::string>().empty());
}

TEST_CASE("what is no port is said with the code that Windows has for it", "[binary]") {
  const auto [port, status] = GENERATE(table<std::string, int>(
      {{"/dev/ttyS99", 15}, {"ttyS99", 15}, {"/tmp", 36}, {"/dev/null", 36}, {"/etc/passwd", 36}}));
  CAPTURE(port);
  const auto ran = run_program("dial -p " + port + " 5551234");
  REQUIRE(ran.status == status);
  REQUIRE_THAT(ran.out,
               ContainsSubstring("exit status " + std::to_string(status) + " (the code minus 600)\n"));
}

TEST_CASE("the configuration file has the defaults, and options win over it", "[binary]") {
  const Folder home;
  const std::string here = "XDG_CONFIG_HOME=" + home / "";
  home.write("dialbench/config.toml", "port = '/dev/ttyS99'\nprefix = '0,'\n");
  REQUIRE(run_program("dial 5550176", here).status == 15);
  const auto ran = run_program("dial --port none --json 5550176", here);
  REQUIRE(ran.status == 76);
  REQUIRE(json::parse(ran.out)["dial_command"] == "ATDT0,5550176");

  home.write("dialbench/config.toml", "port = '/dev/ttyS99'\nprefixx = '0,'\n");
  const auto wrong = run_program("dial 5550176", here);
  REQUIRE(wrong.status == 64);
  REQUIRE_THAT(wrong.err, ContainsSubstring("config.toml:2:1: 'prefixx'"));
}

TEST_CASE("a transcript has every byte, --mask hides the number in it and everywhere", "[binary]") {
  const Folder folder;
  REQUIRE(run_program("dial --transcript " + folder / "t" + " 5550181").status == 81);
  REQUIRE_THAT(read_whole(folder / "t"), ContainsSubstring("> \"ATDT5550181\\r\""));
  REQUIRE_THAT(read_whole(folder / "t"), ContainsSubstring("< \"\\r\\nERROR\\r\\n\""));

  const auto masked = run_program("dial --mask --transcript " + folder / "m" + " 5550181");
  REQUIRE(masked.status == 81);
  REQUIRE(masked.out.find("5550181") == std::string::npos);
  REQUIRE(read_whole(folder / "m").find("5550181") == std::string::npos);
  REQUIRE_THAT(read_whole(folder / "m"), ContainsSubstring("ATDT#####81"));
}

TEST_CASE("a masked number is hidden in the log as well", "[binary]") {
  const Folder folder;
  REQUIRE(run_program("dial --mask -vv --log " + folder / "log" + " 5550181").status == 81);
  REQUIRE_THAT(read_whole(folder / "log"), ContainsSubstring("ATDT#####81"));
  REQUIRE(read_whole(folder / "log").find("5550181") == std::string::npos);
}

TEST_CASE("characters of a number are counted as they were typed", "[binary]") {
  const auto [number, said] = GENERATE(table<std::string, std::string>({
      {"\"$(printf '555\\r0100')\"", "haracter 4 of the number"},
      {"--prefix 9, 55x", "haracter 3 of the number"},
      {"T55x", "haracter 4 of the number"},
      {"$(printf '5%.0s' $(seq 300))", "he number has 300 characters"},
  }));
  CAPTURE(number);
  REQUIRE_THAT(run_program("dial " + number).out, ContainsSubstring(said));
}

TEST_CASE("a named pipe is no script, no transcript and no log, and nobody waits at one", "[binary]") {
  const Folder folder;
  const std::string pipe = folder / "pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const auto [arguments, status] = GENERATE(table<std::string, int>({
      {"script ", 64},
      {"dial 5550181 --chat ", 64},
      {"dial 5550181 --script ", 64},
      {"dial 5550181 --transcript ", 64},
      {"dial 5550181 --log ", 64},
  }));
  CAPTURE(arguments);
  const auto ran = run_program(arguments + pipe, "timeout 10");
  REQUIRE(ran.status == status);
  REQUIRE_THAT(ran.out + ran.err, ContainsSubstring("this is a named pipe"));
}

TEST_CASE("what standard output does not take is told, and the call keeps its status", "[binary]") {
  const auto ran = run_program("dial 5550181 >/dev/full");
  REQUIRE(ran.status == 81);
  REQUIRE(ran.err == "dialbench: standard output: No space left on device. What belongs there is lost.\n");
}

TEST_CASE("a log that cannot be kept is one remark, in our words", "[binary]") {
  const auto ran = run_program("dial --json -vv --log /dev/full 5550181");
  REQUIRE(ran.status == 81);
  REQUIRE(ran.err.empty());
  const std::string remark =
      "The log /dev/full is incomplete, the call is not. The system said: No space left on device.";
  const auto remarks = json::parse(ran.out)["remarks"];
  REQUIRE(std::count(remarks.begin(), remarks.end(), json(remark)) == 1);
}

TEST_CASE("transcript and log are two files", "[binary]") {
  const Folder folder;
  for (const bool is_there : {false, true}) {
    if (is_there) folder.write("one", "");
    const auto ran = run_program("dial 5550181 --log one --transcript ./one", "env -C " + folder / "");
    REQUIRE(ran.status == 64);
    REQUIRE_THAT(ran.err, ContainsSubstring("--log and --transcript both name one"));
  }
  REQUIRE(run_program("dial 5550181 --log /dev/null --transcript /dev/null").status == 81);
}

TEST_CASE("values that cannot be are told with their option", "[binary]") {
  const auto [option, said] = GENERATE(table<std::string, std::string>({
      {"--country zz", "--country: 'zz': no country whose emergency numbers are known"},
      {"--repeat -2", "--repeat: '-2': 1 to 100000 calls are expected"},
      {"--repeat x", "--repeat: 'x': 1 to 100000 calls are expected"},
      {"-p ''", "--port: '': a port is expected; none is the built-in exchange"},
      {"-p 127.0.0.1:7001", "\n  socat pty,link=/tmp/modem,raw,echo=0 tcp:127.0.0.1:7001\n"},
      {"--prefix ATDT", "--prefix: 'ATDT': what is dialled before the number"},
      {"--init ATD911", "--init: 'ATD911': this dials"},
  }));
  const auto ran = run_program("dial 5550181 " + option);
  REQUIRE(ran.status == 64);
  REQUIRE_THAT(ran.err, ContainsSubstring(said));
}

TEST_CASE("a terminal that cannot rewrite a line gets none", "[binary]") {
  const std::string on_terminal =
      "script -qec \"'" DIALBENCH_BINARY_DIR "/dialbench' dial 5550176\" /dev/null </dev/null; true ";
  REQUIRE_THAT(run_program("", "TERM=xterm " + on_terminal).out, ContainsSubstring("\033[K"));
  REQUIRE(run_program("", "TERM=dumb " + on_terminal).out.find('\033') == std::string::npos);
}

TEST_CASE("a terminal that is narrower than the page gets no line that is rewritten", "[binary]") {
  const auto on_terminal = [](const std::string& columns) {
    return "TERM=xterm script -qec \"stty cols " + columns +
           "; '" DIALBENCH_BINARY_DIR "/dialbench' dial 5550176\" /dev/null </dev/null; true ";
  };
  REQUIRE_THAT(run_program("", on_terminal("80")).out, ContainsSubstring("\r\033[K"));
  const auto narrow = run_program("", on_terminal("60")).out;
  REQUIRE(narrow.find("\033[K") == std::string::npos);
  REQUIRE_THAT(narrow, ContainsSubstring("\033[1;31m676 ERROR_LINE_BUSY")); // colour it has
}

TEST_CASE("a transcript as pppdump begins as tshark wants it", "[binary]") {
  const Folder folder;
  REQUIRE(run_program("dial --transcript-format pppdump --transcript " + folder / "t" + " 5550181").status ==
          81);
  REQUIRE(read_whole(folder / "t").substr(0, 1) == "\x07");
}

TEST_CASE("a transcript that cannot be written stops the call before it is made, a full disk does not",
          "[binary]") {
  const Folder folder;
  const auto refused = run_program("dial --transcript " + folder / "no/such/folder/t" + " 5550181");
  REQUIRE(refused.status == 64);
  REQUIRE(refused.out.empty());
  REQUIRE_THAT(refused.err, ContainsSubstring("Nothing was dialled"));

  const auto full = run_program("dial --transcript /dev/full 5550181");
  REQUIRE(full.status == 81);
  REQUIRE_THAT(full.out, ContainsSubstring("is incomplete"));
  REQUIRE_THAT(full.out, ContainsSubstring("No space left on device"));
}

TEST_CASE("many calls end with one line of counts", "[binary]") {
  const auto ran = run_program("dial --repeat 3 5550181");
  REQUIRE(ran.status == 81);
  REQUIRE(ran.out.substr(ran.out.rfind('\n', ran.out.size() - 2) + 1) ==
          "3 calls: 3 command_error (681). Exit status 81.\n");
  REQUIRE(fits_the_page(ran.out));
}

TEST_CASE("many calls as data are a line each, and one of counts", "[binary]") {
  std::istringstream lines(run_program("dial --repeat 2 --json 5550181").out);
  std::vector<json> data;
  for (std::string line; std::getline(lines, line);) data.push_back(json::parse(line));
  REQUIRE(data.size() == 3);
  REQUIRE(data[0]["code"] == 681);
  REQUIRE(data[1]["schema"] == "dialbench.outcome/1");
  REQUIRE(data[2]["schema"] == "dialbench.counts/1");
  REQUIRE(data[2]["calls"] == 2);
}

TEST_CASE("the redial rules stop calls on a real line, over runs of the program", "[binary]") {
  const Folder home;
  const std::string here = "XDG_STATE_HOME=" + home / "";
  const auto now = std::to_string(std::time(nullptr));
  home.write("dialbench/redial", now + " 5551234 busy manual\n");
  // The port is not there, so nothing is dialled: the person's call is tried, the repeat has to wait for its
  // pause.
  const auto waits =
      run_program("dial -p /dev/ttyS99 --repeat 3 5551234", here + " timeout --foreground -s INT 1");
  REQUIRE_THAT(waits.out,
               ContainsSubstring("\n1 call: 1 no_such_port (615). Stopped by you after 1 of 3. Exit"));

  std::string history;
  for (int call = 0; call < 20; ++call) history += now + " 5551234 busy manual\n";
  home.write("dialbench/redial", history);
  const auto refused = run_program("dial -p /dev/ttyS99 --json 5551234", here);
  REQUIRE(refused.status == 174);
  REQUIRE(json::parse(refused.out)["class"] == "refused_redial");
  REQUIRE(run_program("dial -p /dev/ttyS99 --line simulator 5551234", here).status == 15);
}

TEST_CASE("Ctrl-C hangs up and leaves with 631", "[binary]") {
  const auto ran = run_program("dial --json 5550178", "timeout --foreground -s INT 1");
  const auto data = json::parse(ran.out);
  REQUIRE(data["code"] == 631);
  REQUIRE(data["exit_status"] == 31);
  // The modem was told to end the dial, after the dial command.
  REQUIRE(data["dialogue"].size() > 1);
}

TEST_CASE("a chat script dials the number, and gets the code that chat cannot give", "[binary]") {
  const Folder folder;
  const auto chat = folder.write("chat", "ABORT BUSY ABORT 'NO CARRIER'\n'' ATZ OK ATDT\\T CONNECT ''\n");
  const auto ran = run_program("dial --json --chat " + chat + " 5550176");
  REQUIRE(ran.status == 76);
  REQUIRE(json::parse(ran.out)["class"] == "busy");
}

TEST_CASE("a script with a fault is 752, with its place", "[binary]") {
  const Folder folder;
  const auto file = folder.write("s.toml", "[[step]]\nsned = 'AT'\n");
  const auto ran = run_program("dial --script " + file);
  REQUIRE(ran.status == 152);
  REQUIRE_THAT(ran.out, ContainsSubstring("s.toml:"));
}

TEST_CASE("a script that is not there, and variables that it has not, are wrong usage in one sentence",
          "[binary]") {
  const Folder folder;
  folder.write("bare.toml", "[[step]]\ndial = 'T5550176'\n");
  folder.write("number.toml", "[variables]\nnumber = { required = true, what = 'whom' }\n"
                              "[[step]]\ndial = 'T${number}'\n");
  folder.write("chat", "'' ATZ OK ATDT5550100 CONNECT ''\n");
  folder.write("asks", "'' ATZ OK ATDT\\T CONNECT ''\n");
  const auto [arguments, says] = GENERATE(table<std::string, std::string>({
      {"--script nosuch.toml 5550100", "dialbench: dial: nosuch.toml: No such file or directory"},
      {"--chat nosuch.chat 5550100", "dialbench: dial: nosuch.chat: No such file or directory"},
      {"--script . 5550100", "this is a directory"},
      {"--script bare.toml 5550100", "the script has no variable \"number\""},
      {"--script number.toml", "number.toml:2:1: variable \"number\" is not set"},
      {"--script number.toml --pulse 5550100", "the script has no variable \"tone\""},
      {"--chat asks", "asks:1:15: \\T or \\U, and no number for it"},
      {"--chat chat 5550176", "the chat script chat has no \\T"},
  }));
  CAPTURE(arguments);
  const auto ran = run_program("dial " + arguments, "env -C " + folder / "");
  REQUIRE(ran.status == 64);
  REQUIRE(ran.out.empty());
  REQUIRE(fits_the_page(ran.err));
  const std::string text = std::regex_replace(ran.err, std::regex("\n *"), " ");
  REQUIRE_THAT(text, ContainsSubstring(says));
}

TEST_CASE("the last lines are about the number that was dialled, whoever named it", "[binary]") {
  const Folder folder;
  const auto fixed = folder.write("fixed", "ABORT BUSY '' ATZ OK ATDT5550176 CONNECT ''\n");
  CHECK_THAT(run_program("dial --chat " + fixed).out,
             ContainsSubstring("\nBuilt-in exchange, 5550176: is busy.\n"));
  const auto asks = folder.write("asks", "ABORT BUSY '' ATZ OK ATDT\\T CONNECT ''\n");
  CHECK_THAT(run_program("dial --prefix 9, --chat " + asks + " 5550176").out,
             ContainsSubstring("\nBuilt-in exchange, 9,5550176: "));
}

TEST_CASE("each step is logged with -v, and nothing without", "[binary]") {
  const auto quiet = run_program("dial --json 5550181");
  REQUIRE(quiet.err.empty());
  const auto ran = run_program("dial --json -v --mask 5550181");
  REQUIRE(ran.status == 81);
  REQUIRE_THAT(ran.err, ContainsSubstring(" set up ATE0Q0V1X4: OK.\n"));
  REQUIRE_THAT(ran.err, ContainsSubstring(" dial ATDT#####81. The last digit is out"));
  REQUIRE_THAT(ran.err, ContainsSubstring(" result ERROR\n"));
  REQUIRE(ran.err.ends_with(" info ended as command_error (681)\n"));
  REQUIRE(ran.err.find(" > ") == std::string::npos); // bytes are for -vv
}

TEST_CASE("a log makes no folders, and goes on where it was", "[binary]") {
  const Folder folder;
  const auto refused = run_program("dial 5550181 --log no/such/log", "env -C " + folder / "");
  REQUIRE(refused.status == 64);
  REQUIRE(refused.out.empty());
  REQUIRE_THAT(refused.err, ContainsSubstring("--log no/such/log: there is no folder no/such"));
  folder.write("log", "before\n");
  REQUIRE(run_program("dial 5550181 --log log", "env -C " + folder / "").status == 81);
  REQUIRE_THAT(read_whole(folder / "log"), StartsWith("before\n"));
  REQUIRE_THAT(read_whole(folder / "log"), ContainsSubstring("ended as command_error (681)"));
}

TEST_CASE("a transcript that takes the place of another one says so", "[binary]") {
  const Folder folder;
  const std::string dial = "dial 5550181 --transcript t";
  REQUIRE_THAT(run_program(dial, "env -C " + folder / "").out, ContainsSubstring("\nTranscript: t\n"));
  REQUIRE_THAT(run_program(dial, "env -C " + folder / "").out,
               ContainsSubstring("\nTranscript: t (replaces the one that was there)\n"));
}

TEST_CASE("a text in a pipe has no colour and no live line", "[binary]") {
  REQUIRE(run_program("dial 5550181", "TERM=xterm").out.find('\033') == std::string::npos);
}
