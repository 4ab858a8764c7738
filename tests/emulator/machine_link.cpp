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
  modem.says(no_carrier).after(20s);
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
