// The link, its reports and the clocks that end it, as a computer sees them.
#include "at/caller_id.hpp"
#include "at/last_call/last_call.hpp"
#include "at/result.hpp"
#include "tests/emulator/bench.hpp"
#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Bench;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;
using at::CallEnd;
using at::FieldId;

namespace {

constexpr const char* ok = "\r\nOK\r\n";
constexpr const char* no_carrier = "\r\nNO CARRIER\r\n";
constexpr const char* ring = "\r\nRING\r\n";

// The far ends of these conversations, by number.
const Exchange& exchange() {
  static const Exchange all = [] {
    Exchange exchange;
    Far slow;
    slow.rate = 9600;
    slow.error_control = slow.compression = "NONE";
    exchange.numbers.emplace("1", slow);
    Far leaves;
    leaves.lost_after = 30s;
    leaves.greeting = "welcome";
    exchange.numbers.emplace("2", leaves);
    Far echoes;
    echoes.live = true;
    exchange.numbers.emplace("3", echoes);
    Far busy;
    busy.kind = Far::Kind::busy;
    exchange.numbers.emplace("4", busy);
    Far no_training;
    no_training.kind = Far::Kind::no_carrier;
    exchange.numbers.emplace("5", no_training);
    return exchange;
  }();
  return all;
}

Habits quiet(const char* dialect = nullptr) {
  Habits habits = Conversation::quiet_echo();
  if (dialect != nullptr) REQUIRE(set_habit(habits, "dialect", dialect));
  return habits;
}

std::vector<std::string> lines_of(const std::string& said) {
  std::vector<std::string> lines(1);
  for (const char c : said) {
    if (c == '\n')
      lines.emplace_back();
    else if (c != '\r')
      lines.back() += c;
  }
  return lines;
}

at::LastCall report(Conversation& modem, const std::string& command, at::ReportKind kind) {
  modem.hears(command + "\r");
  const auto lines = lines_of(modem.listen(1s));
  const std::vector<std::string_view> views(lines.begin(), lines.end());
  return at::read_last_call(kind, views);
}

} // namespace

TEST_CASE("what is said before CONNECT is what the call has") {
  Conversation modem{quiet(), exchange()};
  modem.answers("AT+MR=1;+ER=1;+DR=1;+ILRR=1;W2X1", ok);
  modem.hears("ATDT1\r").says(
      "\r\n+MCR: V32\r\n\r\n+MRR: 9600\r\n\r\n+ER: NONE\r\n\r\n+DR: NONE\r\n\r\n+ILRR: "
      "115200\r\n\r\nCONNECT 9600\r\n");
}

TEST_CASE("+MS limits the call that is made") {
  Conversation modem{quiet(), exchange()};
  modem.answers("AT+MS=V32B;+DS=0;X1", ok);
  modem.hears("ATDT3\r").says(
      "\r\nCARRIER 14400\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: NONE\r\n\r\nCONNECT 14400\r\n");
}

TEST_CASE("a link that cannot be had is NO CARRIER, and the reports say why") {
  Conversation modem{quiet(), exchange()};
  modem.hears("AT+ES=3,2;X1DT1\r").says(no_carrier);
  CHECK_FALSE(modem.dcd());
  modem.answers("ATS86?", "\r\n005\r\n\r\nOK\r\n");
  CHECK(report(modem, "AT#UD", at::ReportKind::unimodem).end == CallEnd::no_error_control);
  modem.hears("AT+ES=3,0;+MS=V34,0;X1DT1\r").says(no_carrier);
  modem.answers("ATS86?", "\r\n018\r\n\r\nOK\r\n");
}

TEST_CASE("S86 and AT#UD tell who ended the call") {
  struct Row {
    const char* how;
    CallEnd unimodem;
    const char* s86;
  };
  const auto row = GENERATE(values<Row>({{"far", CallEnd::far_hangup, "012"},
                                         {"ATH", CallEnd::local_hangup, "000"},
                                         {"DTR", CallEnd::dtr_dropped, "015"},
                                         {"S30", CallEnd::inactivity, "017"},
                                         {"key", CallEnd::key_abort, "020"},
                                         {"busy", CallEnd::busy, "022"},
                                         {"training", CallEnd::training_failed, "022"}}));
  CAPTURE(row.how);
  const std::string how = row.how;
  Conversation modem{quiet(), exchange()};
  modem.answers("ATW2X4S95=1", ok);
  if (how == "busy" || how == "training") {
    modem.hears(how == "busy" ? "ATDT4\r" : "ATDT5\r").listen(60s);
  } else if (how == "key") {
    modem.hears("ATDT3\r").wait(5s);
    modem.hears(" ").says(no_carrier);
  } else {
    modem.hears(how == "S30"   ? "ATS30=1DT3\r"
                : how == "far" ? "ATDT2\r"
                               : "ATDT3\r")
        .says("\r\nCONNECT 33600\r\n");
    if (how == "far") modem.says("welcome\r\nNO CARRIER\r\n");
    if (how == "S30") modem.says(no_carrier);
    if (how == "DTR") modem.dtr(false), modem.says(no_carrier), modem.dtr(true);
    if (how == "ATH") {
      modem.wait(2s);
      modem.hears("+++").says("+++\r\nOK\r\n");
      modem.answers("ATH", ok);
    }
  }
  modem.answers("ATS86?", "\r\n" + std::string(row.s86) + "\r\n\r\nOK\r\n");
  CHECK(report(modem, "AT#UD", at::ReportKind::unimodem).end == row.unimodem);
  modem.answers("ATZ", ok);
  CHECK(report(modem, "AT#UD", at::ReportKind::unimodem).end == CallEnd::no_call);
  modem.answers("ATS86?", "\r\n" + std::string(row.s86) + "\r\n\r\nOK\r\n");
}

TEST_CASE("reports in a call say that it goes on") {
  Conversation modem{quiet(), exchange()};
  modem.hears("ATX0DT3\r").says("\r\nCONNECT\r\n");
  modem.hears("hello").says("hello");
  modem.wait(2s);
  modem.hears("+++").says("+++\r\nOK\r\n");
  const auto call = report(modem, "AT#UD", at::ReportKind::unimodem);
  CHECK(call.end == CallEnd::in_progress);
  CHECK(call.number(FieldId::characters_sent) == 8);
  CHECK(call.number(FieldId::characters_received) == 8);
  CHECK(call.number(FieldId::final_receive_rate) == 33600);
}

TEST_CASE("USR's ATI6 has the reason and the duration") {
  Conversation modem{quiet("usr"), exchange()};
  modem.hears("ATX0DT2\r").says("\r\nCONNECT\r\nwelcome\r\nNO CARRIER\r\n");
  const auto call = report(modem, "ATI6", at::ReportKind::usr_link);
  CHECK(call.end == CallEnd::far_hangup);
  CHECK(call.number(FieldId::call_duration) == 30);
  CHECK(call.number(FieldId::characters_received) == 7);
  CHECK(call.number(FieldId::final_transmit_rate) == 33600);
}

TEST_CASE("Lucent's ATI11 waits for a key between its pages") {
  Conversation modem{quiet("lucent"), exchange()};
  modem.hears("ATX4DT4\r").says("\r\nBUSY\r\n");
  modem.hears("ATI11\r");
  const std::string first = modem.listen(10s);
  CHECK_THAT(first, ContainsSubstring("Press any key") && !ContainsSubstring("OK"));
  modem.hears(" ");
  const std::string second = modem.listen(1s);
  CHECK_THAT(second, ContainsSubstring("Call Termination Cause              2\r\n\r\nOK\r\n"));
  const auto lines = lines_of(first + second);
  const std::vector<std::string_view> views(lines.begin(), lines.end());
  CHECK(at::read_last_call(at::ReportKind::lucent, views).end == CallEnd::no_answer_or_busy);
  modem.hears("ATI11\r").listen(1s);
  modem.hears("\x1b").says(ok);
  modem.answers("AT", ok);
}

TEST_CASE("S30 counts from the last data, either way") {
  Conversation modem{quiet(), exchange()};
  modem.hears("ATS30=2X0DT3\r").says("\r\nCONNECT\r\n");
  modem.wait(15s);
  modem.hears("x").says("x");
  modem.says(no_carrier).after(20s + 239us); // the echo of one byte, at 33600 bit/s
  CHECK_FALSE(modem.dcd());
}

TEST_CASE("S25: a short drop of DTR is none") {
  Conversation modem{quiet(), exchange()};
  modem.hears("ATS25=20X0DT3\r").says("\r\nCONNECT\r\n");
  modem.dtr(false);
  modem.is_silent_for(199ms);
  modem.dtr(true);
  modem.is_silent_for(5s);
  CHECK(modem.dcd());
  modem.dtr(false);
  modem.says(no_carrier).after(200ms);
}

TEST_CASE("S38 cuts the wait for data that are under way") {
  Habits habits = quiet();
  habits.data_on_their_way = 30s;
  Conversation modem{habits, exchange()};
  modem.answers("ATX0S38=5", ok);
  modem.hears("ATDT3\r").says("\r\nCONNECT\r\n");
  modem.wait(2s);
  modem.hears("+++").says("+++\r\nOK\r\n");
  modem.hears("ATH\r").says(ok).after(5s);
  modem.hears("ATDT1\r").says("\r\nCONNECT\r\n"); // no error control: nothing to wait for
  modem.wait(2s);
  modem.hears("+++").says(ok);
  modem.hears("ATH\r").says(ok).after(0s);
}

TEST_CASE("caller ID stands between the first ring and the second") {
  const auto* form = GENERATE("AT+VCID=1", "AT+VCID=2", "AT#CID=1");
  CAPTURE(form);
  Conversation modem{quiet(), exchange()};
  modem.answers(form, ok);
  modem.rings(3);
  modem.says(ring).after(0s);
  const auto said = modem.listen(5s);
  at::CallerId caller;
  for (const auto& line : lines_of(said))
    if (!line.empty()) CHECK(at::add_line(caller, line));
  CHECK(caller.number == "5550100");
  CHECK(caller.name == "BENCH");
  modem.says("\r\nRING\r\n\r\nRING\r\n").after(12s);
}

TEST_CASE("no caller ID unless it is asked for, nor for who answers at once") {
  Conversation modem{quiet(), exchange()};
  modem.rings(2);
  modem.says("\r\nRING\r\n\r\nRING\r\n");
  modem.is_silent_for(60s);
  modem.answers("AT+VCID=1;S0=1X0", ok);
  modem.rings(2);
  modem.says("\r\nRING\r\n\r\nCONNECT\r\n");
}

TEST_CASE("an answered call is agreed on by the rules of who answers") {
  Conversation modem{quiet(), exchange()};
  modem.answers("AT+ES=3,0,1;X1", ok);
  modem.rings(3);
  modem.says(ring);
  modem.hears("ATA\r").says(
      "\r\nCARRIER 33600\r\n\r\nPROTOCOL: NONE\r\n\r\nCOMPRESSION: NONE\r\n\r\nCONNECT 33600\r\n");
}

TEST_CASE("a modem of a dialect dials in it") {
  struct Row {
    const char* dialect;
    const char* verbose;
    const char* numeric;
  };
  const auto row = GENERATE(values<Row>(
      {{"usr", "\r\nRINGING\r\n\r\nRINGING\r\n\r\nCONNECT 33600/ARQ/V34/LAPM/V42BIS\r\n", "11\r11\r1\r"},
       {"lucent", "\r\nCONNECT 33600 EC\r\n", "60\r"},
       {"zyxel", "\r\nRINGING\r\n\r\nRINGING\r\n\r\nCONNECT 33600/ARQ/V42b\r\n", "9\r9\r35\r"},
       {"telebit", "\r\nRRING\r\n\r\nRRING\r\n\r\nCONNECT 33600\r\n", "52\r52\r1\r"},
       {"nokia_d211", "\r\nCONNECT 33600\r\n", "1\r"},
       {"conexant",
        "\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\nCONNECT 33600\r\n",
        "77\r67\r84\r"}}));
  CAPTURE(row.dialect);
  Conversation verbose{quiet(row.dialect), exchange()};
  verbose.hears("ATDT3\r").says(row.verbose);
  Conversation numeric{quiet(row.dialect), exchange()};
  numeric.hears("ATV0DT3\r").says(row.numeric);
}

TEST_CASE("two modems of one exchange say the same of their call, whoever asked for less") {
  const auto* who = GENERATE("a", "b");
  const auto* what = GENERATE("AT+MS=V32B", "AT+ES=1,0,1", "AT+DS=0", "ATS46=136", "AT\\N0");
  CAPTURE(who, what);
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(*who == 'a' ? a : b, std::string(what) + "\r");
  bench.say(a, "ATDT5550202\r");
  REQUIRE(bench.hears(b, "RING"));
  a.heard.clear();
  b.heard.clear();
  bench.say(b, "ATA\r");
  bench.run(30s);
  const auto reported = [](const std::string& said) {
    return said.substr(std::min(said.find("\r\nCARRIER"), said.size()));
  };
  CHECK_THAT(a.heard, ContainsSubstring("CONNECT "));
  CHECK(reported(a.heard) == reported(b.heard));
  CHECK_FALSE(reported(a.heard) ==
              "\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\nCONNECT 33600\r\n");
}

TEST_CASE("an end that refuses the link keeps the other end from CONNECT, whoever calls") {
  struct Row {
    const char* bends;
    const char* refuses;
    CallEnd why;
    const char* s86;
  };
  const auto row = GENERATE(values<Row>(
      {{"AT+MS=V22B,0", "AT+MS=V34,0", CallEnd::no_common_modulation, "018"},
       {"AT\\N0", "AT+ES=3,2,4", CallEnd::no_error_control, "005"},
       {"AT&Q0", "AT\\N2", CallEnd::no_error_control, "005"},
       {"AT+MS=V34,1,300,14400,300,14400", "AT+MS=V34,1,31200", CallEnd::no_common_modulation, "018"},
       {"AT%C0", "AT+DS=3,1", CallEnd::negotiation_failed, "006"}}));
  const bool caller_refuses = GENERATE(false, true);
  const auto* slower_to_know = GENERATE("AT", "ATS9=30"); // the other end would say CONNECT first
  CAPTURE(row.bends, row.refuses, caller_refuses, slower_to_know);
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(a, std::string(slower_to_know) + "\r");
  bench.say(a, std::string(caller_refuses ? row.refuses : row.bends) + "\r");
  bench.say(b, std::string(caller_refuses ? row.bends : row.refuses) + "\r");
  bench.say(b, "ATS0=1\r");
  bench.say(a, "ATDT5550202\r");
  REQUIRE(bench.hears(b, "RING\r\n"));
  a.heard.clear();
  bench.run(60s);
  for (auto* one : {&a, &b}) {
    CHECK(one->heard == no_carrier);
    one->heard.clear();
    bench.say(*one, "ATS86?\r");
    CHECK(one->heard == "\r\n" + std::string(row.s86) + "\r\n\r\nOK\r\n");
    one->heard.clear();
    bench.say(*one, "AT#UD\r");
    CHECK_THAT(one->heard, !ContainsSubstring(" 20=") && !ContainsSubstring("60=5F"));
  }
  // It was that call's reason only.
  for (auto* one : {&a, &b}) bench.say(*one, "AT&F\r");
  for (auto* one : {&a, &b}) bench.say(*one, "ATE0\r");
  bench.connect(a, b, "5550202");
}

TEST_CASE("a line that dies says nothing of a leave, on either side of the call") {
  const bool unplugged = GENERATE(false, true);
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.connect(a, b, "5550202");
  if (unplugged)
    a.modem->pull_plug(bench.now);
  else
    a.modem->drop_line(bench.now);
  bench.run(1390ms); // S10 bridges what it can
  CHECK(b.heard.empty());
  bench.run(10ms);
  CHECK(b.heard == no_carrier);
  for (auto* one : {&a, &b}) {
    if (one == &a && unplugged) continue;
    one->heard.clear();
    bench.say(*one, "ATS86?\r");
    CHECK(one->heard == "\r\n004\r\n\r\nOK\r\n");
    bench.say(*one, "AT&V1\r");
    CHECK_THAT(one->heard, ContainsSubstring("CARRIER LOSS"));
    bench.say(*one, "AT#UD\r");
    CHECK_THAT(one->heard, ContainsSubstring("60=3C 61=0"));
  }
}

TEST_CASE("S10 of 255 holds a call whose other end was unplugged") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(b, "ATS10=255\r");
  bench.connect(a, b, "5550202");
  a.modem->pull_plug(bench.now);
  bench.run(1h);
  CHECK(b.heard.empty());
  CHECK(b.modem->lines().dcd);
}

TEST_CASE("a call that a knock ends is told from one that the far end has ended") {
  Conversation modem{quiet(), exchange()};
  OwnLine line;
  line.call_waiting = 4s;
  modem.modem().plug_into(line);
  modem.answers("AT+ES=1;X1W2", ok);
  const auto* error_control = GENERATE("AT+ES=3", "AT+ES=1");
  modem.answers(error_control, ok);
  modem.hears("ATDT3\r").says("\r\nCONNECT 33600\r\n");
  modem.mark();
  modem.says(no_carrier).after(5400ms);
  modem.answers("ATS86?", "\r\n003\r\n\r\nOK\r\n");
  modem.hears("AT&V1\r");
  CHECK_THAT(modem.listen(1s), ContainsSubstring("CALL WAITING"));
  modem.hears("AT#UD\r");
  CHECK_THAT(modem.listen(1s), ContainsSubstring("60=3 61=1"));
}

TEST_CASE("a knock that S10 bridges is counted, and the next call counts anew") {
  Conversation modem{quiet(), exchange()};
  OwnLine line;
  line.call_waiting = 4s;
  modem.modem().plug_into(line);
  modem.answers("ATS10=20X1W2", ok);
  modem.hears("ATDT2\r").says("\r\nCONNECT 33600\r\nwelcome");
  modem.says(no_carrier);
  modem.answers("ATS86?", "\r\n012\r\n\r\nOK\r\n");
  modem.hears("AT#UD\r");
  CHECK_THAT(modem.listen(1s), ContainsSubstring("60=5F 61=1"));
  modem.hears("ATDT4\r").says("\r\nNO CARRIER\r\n");
  modem.hears("AT#UD\r");
  CHECK_THAT(modem.listen(1s), ContainsSubstring("61=0"));
}

TEST_CASE("modulations with one rate take the lower of what the two ways may have") {
  Conversation modem{quiet(), exchange()};
  modem.answers("AT+MR=1;+MS=V32B,0,300,9600;W2X1", ok);
  modem.hears("ATDT3\r").says("\r\n+MCR: V32B\r\n\r\n+MRR: 9600\r\n");
}

TEST_CASE(
    "W names the rate of the port in every dialect whose CONNECT it rules, from the factory's values on") {
  struct Row {
    const char* command;
    const char* said;
  };
  const auto row = GENERATE(
      values<Row>({{"ATX1DT3", "CARRIER 33600 PROTOCOL: LAPM COMPRESSION: V.42BIS CONNECT 33600 "},
                   {"AT&FE0X1DT3", "CARRIER 33600 PROTOCOL: LAPM COMPRESSION: V.42BIS CONNECT 33600 "},
                   {"ATW0X1DT3", "CONNECT 115200 "},
                   {"AT&FE0W0X1DT3", "CONNECT 115200 "},
                   {"ATW1X1DT3", "CARRIER 33600 PROTOCOL: LAPM COMPRESSION: V.42BIS CONNECT 115200 "},
                   {"ATW2X1DT3", "CONNECT 33600 "},
                   {"ATS95=1W0X1DT3", "CONNECT 33600 "},
                   {"ATW0S95=1X1DT3", "CONNECT 33600 "},
                   {"ATS95=0X1DT3", "CARRIER 33600 PROTOCOL: LAPM COMPRESSION: V.42BIS CONNECT 115200 "},
                   {"ATW0&WZX1DT3", "CONNECT 115200 "}}));
  const auto* dialect = GENERATE(as<const char*>{}, nullptr, "conexant", "hayes", "si24xx");
  CAPTURE(row.command, dialect == nullptr ? "" : dialect);
  Conversation modem{quiet(dialect), exchange()};
  modem.hears(std::string(row.command) + "\r");
  std::string said;
  for (const auto& line : lines_of(modem.listen(60s)))
    if (!line.empty() && line != "RINGING") said += line + ' ';
  CHECK(said == row.said);
}

TEST_CASE("with DTR off nothing is dialled under &D2 and &D3, and the reports say why") {
  const auto mode = GENERATE(0U, 1U, 2U, 3U);
  Conversation modem;
  modem.answers("AT&D" + std::to_string(mode) + "&W", ok);
  modem.dtr(false);
  modem.wait(1s);
  modem.hears("ATDT5550176\r");
  if (mode < 2) {
    modem.says("\r\nBUSY\r\n");
    CHECK(modem.modem().dials() == 1);
    return;
  }
  modem.says("\r\nERROR\r\n").after(0s);
  CHECK(modem.modem().dials() == 0);
  CHECK(modem.modem().hook() == emulator::Modem::Hook::on);
  modem.hears("AT#UD\r");
  CHECK_THAT(modem.listen(1s), ContainsSubstring("60=1F"));
  modem.dtr(true);
  modem.hears("ATDT5550176\r");
  modem.says("\r\nBUSY\r\n");
}

TEST_CASE("a drop of DTR that S25 bridges forbids nothing, nor does one that the modem ignores") {
  Conversation bridged;
  bridged.answers("ATS25=20", ok);
  bridged.dtr(false);
  bridged.wait(100ms);
  bridged.hears("ATDT5550176\r");
  bridged.dtr(true);
  bridged.says("\r\nBUSY\r\n");
  auto habits = Conversation::quiet_echo();
  habits.ignores_dtr = true;
  Conversation deaf(habits);
  deaf.dtr(false);
  deaf.wait(1s);
  deaf.hears("ATDT5550176\r");
  deaf.says("\r\nBUSY\r\n");
}
