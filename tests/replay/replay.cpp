#include "harness/emulator/replay/replay.hpp"

#include "tests/catch.hpp"
#include "tests/replay/dialer.hpp"

using namespace dialbench;
using namespace dialbench::tests;
using namespace std::chrono_literals;
using replay::Mark;

namespace {

constexpr auto call = R"(
   0.1 > "ATZ\r"
   0.104 < "\r\nOK\r\n"
   0.2 > "ATE0V1\r"
   0.204 < "\r\nOK\r\n"
   0.3 > "ATX4S7=60\r"
   0.304 < "\r\nOK\r\n"
   0.4 > "ATDT5550176\r"
   5.4 < "\r\nBUSY\r\n"
   6 > "ATH0\r"
   6.004 < "\r\nOK\r\n"
)";

constexpr auto ok = "\r\nOK\r\n";
constexpr auto busy = "\r\nBUSY\r\n";

replay::Options strictly() {
  replay::Options options;
  options.strict = true;
  return options;
}

// The first row that counts.
replay::Row first_against(const Dialer& dialer) {
  for (const auto& row : dialer.comparison().rows) {
    if (row.counts) return row;
  }
  return {};
}

} // namespace

TEST_CASE("an answer comes after the time that it took when it was recorded") {
  Dialer dialer(call);
  dialer.say("ATZ\r");
  dialer.say("ATE0V1\r");
  dialer.say("ATX4S7=60\r");
  const Time before = dialer.now();
  dialer.modem().receive("ATDT5550176\r", before);
  CHECK(dialer.modem().output().empty());
  CHECK(dialer.modem().deadline() == before + 5s);
  CHECK(dialer.listen() == busy);
  CHECK(dialer.modem().dials() == 1);
}

TEST_CASE("blanks, case, the order of set-up, its joining, a missing 0 and a repeated line are harmless") {
  const auto set_up = GENERATE(
      as<std::vector<std::string>>{}, std::vector<std::string>{"at z\r", "at e0 v1\r", "AT X4 S7=060\r"},
      std::vector<std::string>{"ATZ\r", "ATX4S7=60\r", "ATE0V1\r"},
      std::vector<std::string>{"ATZ\r", "ATEV1X4\r", "ATS7=60\r"},
      std::vector<std::string>{"ATZE0V1X4S7=60\r"},
      std::vector<std::string>{"ATZ\r", "ATZ\r", "AT\r", "ATE0\r", "ATV1\r", "ATX4S7=60\r"},
      std::vector<std::string>{"ATZ\r\n", "ATV1E0\r\n", "ATS7=60X4\r\n"},
      std::vector<std::string>{"ATZ\r", "ATQ\b \bE0V1\r", "A/", "ATX4S7=60\r"});
  Dialer dialer(call);
  INFO(set_up.front() << ' ' << set_up.back());
  for (const auto& line : set_up) CHECK(dialer.say(line) == ok);
  CHECK(dialer.say(GENERATE("ATDT5550176\r", "atdt 555-0176\r", "ATD5550176\r", "ATDT(555) 01.76\r")) ==
        busy);
  CHECK(dialer.say("ATH\r") == ok);
  INFO(replay::side_by_side(dialer.comparison(), true));
  CHECK(dialer.comparison().kept());
  CHECK(dialer.comparison().heard == 5);
}

TEST_CASE("what is harmless counts where every byte is asked for, and is answered all the same") {
  Dialer dialer(call, strictly());
  CHECK(dialer.say("ATZ\r") == ok);
  CHECK(dialer.comparison().against == 4); // what is still to be said
  CHECK(dialer.say("ate0v1\r") == ok);
  const auto row = first_against(dialer);
  CHECK(row.recorded == "ATE0V1\r");
  CHECK(row.heard == "ate0v1\r");
}

TEST_CASE("what the recording does not have is answered and counts") {
  Dialer dialer(call);
  dialer.say("ATZ\r");
  SECTION("plain set-up: OK") { CHECK(dialer.say("AT&K3\r") == ok); }
  SECTION("a question: ERROR, since nothing true could be said") {
    CHECK(dialer.say(GENERATE("ATI3\r", "ATS7?\r", "AT+GMM\r", "AT+MS=?\r")) == "\r\nERROR\r\n");
  }
  SECTION("a number: ERROR") { CHECK(dialer.say("ATDT5550199\r") == "\r\nERROR\r\n"); }
  SECTION("an answer: NO CARRIER") { CHECK(dialer.say("ATA\r") == "\r\nNO CARRIER\r\n"); }
  SECTION("no command: nothing, as V.250 has it") { CHECK(dialer.say("garbage\r").empty()); }
  CHECK(first_against(dialer).mark == Mark::extra);
  CHECK_FALSE(dialer.comparison().kept());
}

TEST_CASE("set-up that is left out is missing before the dial command, and at the end") {
  Dialer dialer(call);
  dialer.say("ATZ\r");
  dialer.say("ATX4\r");
  CHECK(dialer.say("ATDT5550176\r") == busy);
  const auto comparison = dialer.comparison();
  CHECK(comparison.against == 3);
  CHECK(first_against(dialer).recorded == "ATE0V1\r");
  CHECK_THAT(replay::side_by_side(comparison, false), ContainsSubstring("not all of it was said: S7=60"));
  CHECK_THAT(replay::side_by_side(comparison, false), ContainsSubstring("ATH0\\r"));
}

TEST_CASE("set-up on the line of a dial command is set-up like any other") {
  constexpr auto transcript = R"(
0 > "ATE0\r"
0 < "\r\nOK\r\n"
1 > "ATX3DT5550176\r"
3 < "\r\nNO CARRIER\r\n"
)";
  Dialer together(transcript);
  together.say("ATE0\r");
  CHECK(together.say("AT X3 DT 5550176\r") == "\r\nNO CARRIER\r\n");
  CHECK(together.comparison().kept());
  Dialer apart(transcript);
  apart.say("ATE0\r");
  CHECK(apart.say("ATX3\r") == ok);
  CHECK(apart.say("ATDT5550176\r") == "\r\nNO CARRIER\r\n");
  CHECK(apart.comparison().kept());
  Dialer without(transcript);
  without.say("ATE0\r");
  CHECK(without.say("ATDT5550176\r") == "\r\nNO CARRIER\r\n");
  CHECK(first_against(without).remark == "without X3");
}

TEST_CASE("who dials once more hears the same again, and it counts") {
  Dialer dialer(call);
  for (const auto* line : {"ATZ\r", "ATE0V1\r", "ATX4S7=60\r"}) dialer.say(line);
  CHECK(dialer.say("ATDT5550176\r") == busy);
  CHECK(dialer.say("ATH0\r") == ok);
  CHECK(dialer.comparison().kept());
  CHECK(dialer.say("ATDT5550176\r") == busy);
  CHECK(dialer.comparison().against == 1);
  CHECK(dialer.modem().dials() == 2);
}

TEST_CASE("who speaks before the result of a call is out aborts it") {
  Dialer dialer(call);
  for (const auto* line : {"ATZ\r", "ATE0V1\r", "ATX4S7=60\r"}) dialer.say(line);
  dialer.modem().receive("ATDT5550176\r", dialer.now());
  CHECK(dialer.listen_until(dialer.now() + 2s).empty());
  CHECK(dialer.say("\r") == "\r\nNO CARRIER\r\n");
  CHECK_FALSE(dialer.modem().deadline());
  CHECK(first_against(dialer).remark == "before the call's result was out");
}

TEST_CASE("a number that a log has masked is any number") {
  Dialer dialer(
      "05:02:56 05-25-1994 - Send: ATDT#######<cr>\n05:03:01 05-25-1994 - Recv: <cr><lf>BUSY<cr><lf>\n");
  CHECK(dialer.say("ATDT555-0123\r") == busy);
  CHECK(dialer.comparison().kept());
}

TEST_CASE("the modem echoes what is typed where the recorded one did") {
  Dialer dialer(
      "0 > \"ATZ\\r\"\n0 < \"ATZ\\r\\r\\nOK\\r\\n\"\n1 > \"ATE0\\r\"\n1 < \"ATE0\\r\\r\\nOK\\r\\n\"\n"
      "2 > \"ATX4\\r\"\n2 < \"\\r\\nOK\\r\\n\"\n");
  CHECK(dialer.say("at z\r") == "at z\r\r\nOK\r\n");
  CHECK(dialer.say("A") == "A");
  CHECK(dialer.say("TE0\r") == "TE0\r\r\nOK\r\n");
  CHECK(dialer.say("ATX4\r") == ok);
}

TEST_CASE("numbers are answered to who dials a modem of numbers") {
  Dialer dialer("0 > \"ATV0\\r\"\n0 < \"0\\r\"\n1 > \"ATDT1\\r\"\n2 < \"7\\r\"\n");
  CHECK(dialer.say("ATV0\r") == "0\r");
  CHECK(dialer.say("AT&K3\r") == "0\r");
  CHECK(dialer.say("ATDT2\r") == "4\r");
}

namespace {

constexpr auto login = R"(
0 > "ATDT5550100\r"
9 < "\r\nCONNECT 33600\r\nlogin: "
10 > "guest\r"
10.2 < "guest\r\npassword: "
11 * 7 bytes hidden
11.3 < "\r\n$ "
12 > "exit\r"
12.1 < "\r\nNO CARRIER\r\n"
13 > "ATH\r"
13 < "\r\nOK\r\n"
)";

} // namespace

TEST_CASE("a login is replayed, whatever ends its lines, and a secret is never shown") {
  const std::string end = GENERATE("\r", "\n", "\r\n", " \r");
  Dialer dialer(login);
  CHECK(dialer.say("ATDT5550100\r") == "\r\nCONNECT 33600\r\nlogin: ");
  CHECK(dialer.modem().lines().dcd);
  CHECK(dialer.say("gu").empty());
  CHECK(dialer.say("est" + end) == "guest\r\npassword: ");
  CHECK(dialer.say("secret\r") == "\r\n$ ");
  CHECK(dialer.say("exit" + end) == "\r\nNO CARRIER\r\n");
  CHECK_FALSE(dialer.modem().lines().dcd);
  CHECK(dialer.say("ATH\r") == ok);
  const auto comparison = dialer.comparison();
  INFO(replay::side_by_side(comparison, true));
  CHECK(comparison.kept());
  CHECK(comparison.heard == 5);
  CHECK_THAT(replay::side_by_side(comparison, true), !ContainsSubstring("secret"));
}

TEST_CASE("DCD comes with CONNECT, not with the dial command") {
  Dialer dialer(login);
  dialer.modem().receive("ATDT5550100\r", 0s);
  CHECK_FALSE(dialer.modem().lines().dcd);
  dialer.listen();
  CHECK(dialer.modem().lines().dcd);
}

TEST_CASE("other data is answered as the data in its place, and counts") {
  Dialer dialer(login);
  dialer.say("ATDT5550100\r");
  CHECK(dialer.say("admin\r") == "guest\r\npassword: ");
  CHECK(first_against(dialer).mark == Mark::differs);
  CHECK(first_against(dialer).heard == "admin\r");
}

TEST_CASE("a call can be ended where the recording goes on") {
  Dialer dialer(login);
  dialer.say("ATDT5550100\r");
  SECTION("by +++ and a second of silence") {
    dialer.modem().receive("+++", dialer.now());
    CHECK(dialer.listen_until(dialer.now() + 900ms).empty());
    CHECK(dialer.listen_until(dialer.now() + 200ms) == ok);
  }
  SECTION("by DTR") {
    dialer.hang_up();
    dialer.open();
  }
  CHECK_FALSE(dialer.modem().lines().dcd);
  CHECK(dialer.say("ATH\r") == ok);
  CHECK_FALSE(dialer.comparison().kept());
}

TEST_CASE("what the modem says first waits for somebody who can hear it") {
  Dialer dialer("5 < \"\\r\\nRING\\r\\n\"\n11 < \"\\r\\nRING\\r\\n\"\n12 > \"ATA\\r\"\n13 < \"\\r\\nCONNECT "
                "9600\\r\\n\"\n");
  dialer.hang_up();
  CHECK_FALSE(dialer.modem().deadline());
  const Time later = dialer.now() + 60s;
  dialer.modem().set_dtr(true, later);
  CHECK(dialer.modem().deadline() == later + 5s);
  dialer.modem().tick(later + 5s);
  CHECK(dialer.modem().output() == "\r\nRING\r\n");
  dialer.modem().taken(8);
  // The second RING does not come to who has answered the first.
  dialer.modem().receive("ATA\r", later + 6s);
  dialer.modem().tick(later + 7s);
  CHECK(dialer.modem().output() == "\r\nCONNECT 9600\r\n");
  CHECK(dialer.comparison().kept());
}

TEST_CASE("once: the plug is pulled when the dialer has said something and closes its port") {
  replay::Options options;
  options.once = true;
  Dialer dialer(call, options);
  dialer.hang_up();
  CHECK_FALSE(dialer.modem().unplugged());
  dialer.open();
  dialer.say("ATZ\r");
  dialer.hang_up();
  CHECK(dialer.modem().unplugged());
}

TEST_CASE("a line without end, a flood of lines and a flood of data stay within their bounds") {
  Dialer dialer(login);
  dialer.modem().receive(std::string(1 << 20, 'x'), 0s);
  dialer.modem().receive("\r", 0s);
  for (int i = 0; i < 20'000; ++i) dialer.modem().receive("AT&K3\r", 0s);
  CHECK(dialer.modem().output().size() <= 20'000 * 10);
  dialer.listen();
  CHECK(dialer.comparison().rows.size() <= replay::rows_max);
  CHECK(dialer.comparison().against > 20'000);
  CHECK(dialer.say("ATDT5550100\r") == "\r\nCONNECT 33600\r\nlogin: ");
  dialer.modem().receive(std::string(1 << 20, 'y'), dialer.now());
  CHECK_FALSE(dialer.comparison().kept());
}
