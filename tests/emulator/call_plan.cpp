#include "harness/emulator/call_plan.hpp"

#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

constexpr Duration digits = 7 * 190ms;
constexpr const char* ok = "\r\nOK\r\n";

std::string framed(const std::string& word) { return "\r\n" + word + "\r\n"; }

} // namespace

TEST_CASE("what X lets the modem hear and report") {
  struct Row {
    const char* command;
    const char* word;
    Duration after;
  };
  const Duration blind_s7 = 2s + digits + 50s;
  const Duration tone_s7 = 1s + digits + 50s;
  const auto row = GENERATE_COPY(values<Row>({
      {"ATX0DT5550176", "NO CARRIER", blind_s7},
      {"ATX1DT5550176", "NO CARRIER", blind_s7},
      {"ATX2DT5550176", "NO CARRIER", tone_s7},
      {"ATX3DT5550176", "BUSY", 2s + digits + 5s},
      {"ATX4DT5550176", "BUSY", 1s + digits + 5s},
      {"ATX0DT5550180", "NO CARRIER", blind_s7},
      {"ATX1DT5550180", "NO CARRIER", blind_s7},
      {"ATX2DT5550180", "NO DIALTONE", 5s},
      {"ATX3DT5550180", "NO CARRIER", blind_s7},
      {"ATX4DT5550180", "NO DIALTONE", 5s},
      {"ATX3DTW5550180", "NO DIALTONE", 50s},
      {"ATX0DT5550178", "NO CARRIER", blind_s7},
      {"ATX1DT5550178", "NO ANSWER", blind_s7},
      {"ATX2DT5550177", "NO CARRIER", tone_s7},
      {"ATX3DT5550177", "VOICE", 2s + digits + 8s},
      {"ATX3DT5550105", "ERROR", 0s},
      {"ATX0DT5550106", "ERROR", 0s},
      {"ATX0DT5550107", "NO CARRIER", blind_s7},
      {"ATX1DT5550107", "LINE IN USE", 200ms},
  }));
  CAPTURE(row.command);
  Conversation modem;
  modem.hears(std::string(row.command) + "\r").says(framed(row.word)).after(row.after);
}

TEST_CASE("X0 connects without a rate and without anything about the link") {
  Conversation modem;
  modem.hears("ATX0DT5550100\r").says("\r\nCONNECT\r\n").after(2s + digits + 12s);
}

TEST_CASE("the dial string takes its time") {
  struct Row {
    const char* command;
    Duration until_busy; // without the five seconds of 5550176
  };
  const auto row = GENERATE(values<Row>({
      {"ATX3DT5550176", 2s + 7 * 190ms},
      {"ATX3D5550176", 2s + 7 * 190ms},
      {"ATX3DT9,5550176", 2s + 8 * 190ms + 2s},
      {"ATX3DT*70,,5550176", 2s + 10 * 190ms + 4s},
      {"ATX3DTW5550176", 1s + 7 * 190ms},
      {"ATX3DT9W5550176", 2s + 8 * 190ms + 1s},
      {"ATX3DT5550176@", 2s + 7 * 190ms}, // busy is heard while silence is waited for
      {"ATX3DT!5550176", 2s + 700ms + 7 * 190ms},
      {"ATX3DT(555)-01 76", 2s + 7 * 190ms},
      {"ATX3S11=70DT5550176", 2s + 7 * 140ms},
      {"ATX3S11=50DT5550176", 2s + 7 * 100ms},
      {"ATX3S8=5DT9,5550176", 2s + 8 * 190ms + 5s},
      {"ATX3S6=4DT5550176", 4s + 7 * 190ms},
      {"ATX3S6=1DT5550176", 2s + 7 * 190ms},
      {"ATX3DP5550176", 2s + (5 + 5 + 5 + 10 + 1 + 7 + 6) * 100ms + 6 * 800ms},
      {"ATX3PD5550176", 2s + (5 + 5 + 5 + 10 + 1 + 7 + 6) * 100ms + 6 * 800ms},
      {"ATX4S6=9DT5550176", 1s + 7 * 190ms},
  }));
  CAPTURE(row.command);
  Conversation modem;
  modem.hears(std::string(row.command) + "\r").says(framed("BUSY")).after(row.until_busy + 5s);
}

TEST_CASE("S7 ends the wait") {
  Conversation modem;
  SECTION("for an answer") {
    modem.hears("ATS7=20DT5550178\r").says(framed("NO ANSWER")).after(1s + digits + 20s);
  }
  SECTION("for a carrier") {
    modem.hears("ATS7=10DT5550100\r").says(framed("NO CARRIER")).after(1s + digits + 10s);
  }
  SECTION("for a first ring") {
    modem.hears("ATS7=3DT5550100\r").says(framed("NO ANSWER")).after(1s + digits + 3s);
  }
  SECTION("for the busy tone") {
    modem.hears("ATS7=4DT5550176\r").says(framed("NO CARRIER")).after(1s + digits + 4s);
  }
}

TEST_CASE("a semicolon gives OK after the digits and the next dial goes on") {
  Conversation modem;
  modem.hears("ATDT555;\r").says(ok).after(1s + 3 * 190ms);
  modem.hears("ATDT0176\r").says(framed("BUSY")).after(4 * 190ms + 5s);
  CHECK(modem.modem().dials() == 2);
  modem.hears("ATDT5550176;\r").says(ok);
  modem.answers("ATH", ok);
  modem.hears("ATDT5550181\r").says(framed("ERROR"));
}

TEST_CASE("D without digits waits for a dial tone, or for a carrier") {
  Conversation modem;
  modem.hears("ATX4DT;\r").says(ok).after(1s);
  modem.answers("ATH", ok);
  modem.hears("ATD\r").says(framed("NO CARRIER")).after(1s + 50s);
}

TEST_CASE("a dead line gives no dial tone to D without digits") {
  Exchange dead;
  dead.other.kind = Far::Kind::dead_line;
  Conversation modem{Conversation::quiet_echo(), dead};
  modem.hears("ATD;\r").says(framed("NO DIALTONE")).after(5s);
}

TEST_CASE("DL dials the last number again") {
  Conversation modem;
  modem.hears("ATDT5550176\r").says(framed("BUSY"));
  modem.hears("ATDL\r").says(framed("BUSY")).after(1s + digits + 5s);
}

TEST_CASE("a byte aborts the dial, but not in the first 125 ms") {
  Conversation modem;
  SECTION("a line feed behind the terminator") { modem.hears("ATDT5550176\r\n").says(framed("BUSY")); }
  SECTION("at 124 ms") {
    modem.hears("ATDT5550176\r");
    modem.wait(124ms);
    modem.hears("\n").says(framed("BUSY"));
  }
  SECTION("at 125 ms") {
    modem.hears("ATDT5550176\r");
    modem.wait(125ms);
    modem.hears(" ").says(framed("NO CARRIER")).after(0s);
  }
  SECTION("at the end, and the next command is well") {
    modem.hears("ATDT5550178\r");
    modem.wait(40s);
    modem.hears("\r").says(framed("NO CARRIER")).after(0s);
    modem.answers("AT", ok);
  }
  modem.is_silent_for(100s);
}

TEST_CASE("a scripted far end says what it is told to, when it is told to") {
  Exchange exchange;
  auto& far = exchange.numbers["1"];
  far.kind = Far::Kind::scripted;
  Conversation modem{Conversation::quiet_echo(), exchange};
  const Duration dialled = 1s + 190ms;
  SECTION("framed and final") {
    far.says = {{2s, "RINGING"}, {6s, "RINGING"}, {1s, "FOO BAR"}};
    modem.hears("ATDT1\r").says(framed("RINGING")).after(dialled + 2s);
    modem.says(framed("RINGING")).after(dialled + 8s);
    modem.says(framed("FOO BAR")).after(dialled + 9s);
    modem.answers("AT", ok);
  }
  SECTION("raw") {
    far.says = {{1s, "\x9e\xb5\r\nNO CARR", false}, {1s, "IER\r\n", false}};
    modem.hears("ATDT1\r").says("\x9e\xb5\r\nNO CARRIER\r\n").after(dialled + 2s);
    modem.answers("AT", ok);
  }
  SECTION("a connection, data and its end") {
    far.live = true;
    far.says = {{1s, "CONNECT 57600/ARQ"}, {1s, "NO CARRIER\r\n", false}, {5s, "NO CARRIER"}};
    modem.hears("ATDT1\r").says(framed("CONNECT 57600/ARQ"));
    CHECK(modem.dcd());
    modem.says("NO CARRIER\r\n");
    CHECK(modem.dcd());
    modem.hears("x").says("x");
    modem.says(framed("NO CARRIER"));
    CHECK_FALSE(modem.dcd());
  }
  SECTION("an abort ends it") {
    far.says = {{1s, "RINGING"}, {60s, "BUSY"}};
    modem.hears("ATDT1\r").says(framed("RINGING"));
    modem.hears("\r").says(framed("NO CARRIER"));
    modem.is_silent_for(100s);
  }
  SECTION("a final word before the end ends it") {
    far.says = {{1s, "BUSY"}, {5s, "NO CARRIER"}};
    modem.hears("ATDT1\r").says(framed("BUSY"));
    modem.is_silent_for(100s);
  }
  SECTION("nothing") { modem.hears("ATDT1\r").says(framed("NO CARRIER")).after(dialled + 50s); }
  SECTION("numbers where the word has one") {
    far.says = {{1s, "FOO"}, {1s, "BUSY"}};
    modem.answers("ATV0", "0\r");
    modem.hears("ATDT1\r").says("FOO\r7\r");
  }
}

TEST_CASE("the plug is pulled, and the modem is as after power-on when it is back") {
  Exchange exchange;
  exchange.other.kind = Far::Kind::unplugged;
  exchange.other.after = 3s;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATS7=99DT1\r").is_silent_for(1s + 190ms + 2999ms);
  CHECK_FALSE(modem.modem().unplugged());
  modem.is_silent_for(1ms);
  CHECK(modem.modem().unplugged());
  CHECK_FALSE(modem.modem().lines().dsr);
  CHECK_FALSE(modem.modem().deadline());
  modem.hears("AT\r").is_silent_for(1s);
  modem.modem().power_on(modem.now());
  CHECK_FALSE(modem.modem().unplugged());
  modem.answers("ATS7?", "\r\n050\r\n\r\nOK\r\n");
}

TEST_CASE("rings before the answer") {
  Exchange exchange;
  exchange.other.rings = 4;
  exchange.ring_cycle = 5s;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATX0DT1\r").says("\r\nCONNECT\r\n").after(2s + 190ms + 4 * 5s + 5s);
}

namespace {

Exchange with(Far::Kind kind, Duration after = 5s) {
  Exchange exchange;
  exchange.other.kind = kind;
  exchange.other.after = after;
  return exchange;
}

} // namespace

TEST_CASE("reorder is busy to a modem, an announcement is nothing at all") {
  const auto tone = with(Far::Kind::reorder, 2s); // modems look at their exchange as long as they live
  Conversation reorder{Conversation::quiet_echo(), tone};
  reorder.hears("ATDT5550123\r").says(framed("BUSY")).after(1s + digits + 2s);
  const auto announcement = with(Far::Kind::intercept);
  Conversation intercept{Conversation::quiet_echo(), announcement};
  intercept.hears("ATDT5550123\r").says(framed("NO CARRIER")).after(1s + digits + 50s);
}

TEST_CASE("glare: the call that comes in takes the line") {
  Exchange exchange = with(Far::Kind::modem);
  exchange.line.glare = GENERATE(true, false);
  if (!exchange.line.glare) exchange.other.kind = Far::Kind::glare;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATDT5550123\r").says(framed("RING")).after(0s);
  modem.says(framed("NO DIALTONE")).after(5s);
  modem.hears("ATX3DT5550123\r").says(framed("RING"));
  modem.says(framed("NO CARRIER")).after(2s + digits + 50s);
}

TEST_CASE("the dial tone of the modem's own line") {
  struct Row {
    OwnLine::DialTone tone;
    Duration stutter;
    const char* command;
    const char* word;
    Duration after;
  };
  using enum OwnLine::DialTone;
  const auto row = GENERATE(values<Row>({
      {steady, 0s, "ATX4DT5550176", "BUSY", 1s + digits + 5s},
      {stutter, 2s, "ATX4DT5550176", "BUSY", 3s + digits + 5s},
      {stutter, 2s, "ATX3DT5550176", "BUSY", 2s + digits + 5s},
      {stutter, 2s, "ATX3DTW5550176", "BUSY", 3s + digits + 5s},
      {stutter, 9s, "ATX4DT5550176", "NO DIALTONE", 5s},
      {none, 0s, "ATX4DT5550176", "NO DIALTONE", 5s},
      {none, 0s, "ATX3DT5550176", "BUSY", 2s + digits + 5s},
      {none, 0s, "ATX3S7=9DTW5550176", "NO DIALTONE", 9s},
      {dead, 0s, "ATX4DT5550176", "NO DIALTONE", 5s},
      {dead, 0s, "ATX3S7=9DT5550176", "NO CARRIER", 2s + digits + 9s},
  }));
  CAPTURE(row.command, row.word);
  Exchange exchange = embedded_exchange();
  exchange.line.dial_tone = row.tone;
  exchange.line.stutter = row.stutter;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears(std::string(row.command) + "\r").says(framed(row.word)).after(row.after);
}

TEST_CASE("another set on the line is LINE IN USE, whatever the number") {
  Exchange exchange = embedded_exchange();
  exchange.line.in_use = true;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATDT5550100\r").says(framed("LINE IN USE")).after(200ms);
}

TEST_CASE("a pulse-only line hears no tones") {
  Exchange exchange = embedded_exchange();
  exchange.line.pulse_only = true;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATDT5550176\r").says(framed("NO CARRIER")).after(1s + digits + 50s);
  modem.hears("ATDP5550176\r").says(framed("BUSY"));
  modem.hears("ATDT12P5550176\r").says(framed("BUSY"));
}

TEST_CASE("a PBX wants its prefix, and time for the second tone") {
  struct Row {
    const char* command;
    const char* word;
  };
  const auto row = GENERATE(values<Row>({
      {"ATDT9,5550177", "VOICE"},
      {"ATDT9W5550177", "VOICE"},
      {"ATX3DT9,5550177", "VOICE"},
      {"ATDT95550177", "BUSY"},  // the first digits came too soon
      {"ATDT5550177", "BUSY"},   // no outside line
      {"ATDT8,5550177", "BUSY"}, // another prefix
      {"ATDT9,*70,5550177", "VOICE"},
  }));
  CAPTURE(row.command);
  Exchange exchange = embedded_exchange();
  exchange.line.outside_line = "9";
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears(std::string(row.command) + "\r").says(framed(row.word));
}

TEST_CASE("a prefix that is dialled with a semicolon gives an outside line") {
  Exchange exchange = embedded_exchange();
  exchange.line.outside_line = "9";
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATDT9;\r").says(ok);
  modem.hears("ATDT5550177\r").says(framed("VOICE"));
}

TEST_CASE("@ goes on behind an answer that says nothing") {
  Exchange exchange = embedded_exchange();
  exchange.numbers["18005551000"] = [] {
    Far far;
    far.kind = Far::Kind::quiet;
    far.rings = 2;
    return far;
  }();
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATDT18005551000@5550176\r").says(framed("BUSY")).after(1s + 18 * 190ms + 12s + 5s + 5s);
  modem.hears("ATDT5550178@5550176\r").says(framed("NO ANSWER")).after(1s + digits + 50s);
  modem.hears("ATDT5550100@\r").says(framed("NO ANSWER")).after(1s + digits + 50s);
  modem.hears("ATX0DT5550178@\r").says(framed("NO CARRIER"));
  modem.hears("ATX4DT5550177@5550176\r").says(framed("VOICE"));
}

TEST_CASE("call waiting breaks a call that S10 does not bridge, and *70 turns it off") {
  struct Row {
    const char* command;
    bool breaks;
  };
  const auto row = GENERATE(values<Row>({{"ATX0DT5550101", true},
                                         {"ATX0S10=20DT5550101", false},
                                         {"ATX0S10=255DT5550101", false},
                                         {"ATX0DT*70,5550101", false},
                                         {"ATX0DP1170,5550101", false}}));
  CAPTURE(row.command);
  Exchange exchange = embedded_exchange();
  exchange.numbers["5550101"].lost_after = {};
  exchange.numbers["5550101"].greeting.clear();
  exchange.line.call_waiting = 20s;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears(std::string(row.command) + "\r").says("\r\nCONNECT\r\n");
  modem.mark();
  if (row.breaks)
    modem.says(framed("NO CARRIER")).after(20s + 1400ms);
  else
    modem.is_silent_for(100s);
}

TEST_CASE("S9 waits for the carrier, S10 for its loss where no error control tells") {
  Exchange exchange;
  exchange.other.lost_after = 10s;
  exchange.other.error_control = "NONE";
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATX0S9=16DT1\r").says("\r\nCONNECT\r\n").after(2s + 190ms + 12s + 5s + 1s);
  modem.mark();
  modem.says(framed("NO CARRIER")).after(10s + 1400ms);
}

TEST_CASE("the modem keeps its country's rule for repeated calls") {
  Exchange exchange = embedded_exchange();
  exchange.line.blacklist = BlacklistRule::au;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATDT5550178\r").says(framed("NO ANSWER"));
  modem.hears("ATDT5550178\r").says(framed("DELAYED")).after(0s);
  for (int i = 0; i < 2; ++i) {
    modem.wait(2s);
    modem.hears("ATDT5550178\r").says(framed("NO ANSWER"));
  }
  modem.wait(15min);
  modem.hears("ATDT5550178\r").says(framed("BLACKLISTED")).after(0s);
  modem.hears("ATDT5550177\r").says(framed("VOICE"));
  modem.wait(30min);
  modem.hears("ATDT5550178\r").says(framed("NO ANSWER"));
}

TEST_CASE("what came of a call decides how often the rule lets it be repeated") {
  struct Row {
    BlacklistRule rule;
    Far::Kind kind;
    const char* said;
    int calls;
  };
  using Kind = Far::Kind;
  const auto row = GENERATE(values<Row>({{BlacklistRule::us, Kind::no_answer, "NO ANSWER", 2},
                                         {BlacklistRule::us, Kind::busy, "BUSY", 15},
                                         {BlacklistRule::us, Kind::reorder, "BUSY", 15},
                                         {BlacklistRule::au, Kind::busy, "BUSY", 10},
                                         {BlacklistRule::at, Kind::quiet, "NO CARRIER", 3},
                                         {BlacklistRule::at, Kind::intercept, "NO CARRIER", 3},
                                         {BlacklistRule::at, Kind::voice, "VOICE", 3},
                                         {BlacklistRule::at, Kind::silent, "NO CARRIER", 11},
                                         {BlacklistRule::at, Kind::busy, "BUSY", 11}}));
  CAPTURE(static_cast<int>(row.rule), row.said, row.calls);
  Exchange exchange = with(row.kind);
  exchange.line.blacklist = row.rule;
  Conversation modem{Conversation::quiet_echo(), exchange};
  for (int i = 0; i < row.calls; ++i) {
    modem.hears("ATDT1\r").says(framed(row.said));
    modem.wait(3s);
  }
  modem.hears("ATDT1\r").says(framed("BLACKLISTED")).after(0s);
}

TEST_CASE("a modem that does not hear the busy tone has no busy to show for its attempts") {
  Exchange exchange = with(Far::Kind::busy);
  exchange.line.blacklist = BlacklistRule::us;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.answers("ATX2", "\r\nOK\r\n");
  for (int i = 0; i < 2; ++i) modem.hears("ATDT1\r").says(framed("NO CARRIER"));
  modem.hears("ATDT1\r").says(framed("ERROR")).after(0s); // X4 would say BLACKLISTED
}

TEST_CASE("*70 is a number of its own where the exchange has it") {
  Exchange exchange = embedded_exchange();
  exchange.numbers["*70"].kind = Far::Kind::voice;
  exchange.numbers["#9"].kind = Far::Kind::busy;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATDT*70\r").says(framed("VOICE"));
  modem.hears("ATDT#9\r").says(framed("BUSY"));
  modem.hears("ATDT*70,5550176\r").says(framed("BUSY"));
}
