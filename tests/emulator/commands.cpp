#include "harness/emulator/commands.hpp"

#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

constexpr const char* ok = "\r\nOK\r\n";
constexpr const char* error = "\r\nERROR\r\n";

} // namespace

TEST_CASE("commands that are taken") {
  const auto* line = GENERATE(
      "AT", "at", "ATE0", "ATQ0", "ATV1", "ATX0", "ATX4", "ATH", "ATH0", "ATH1", "ATZ", "ATZ0", "ATZ1",
      "AT&F", "AT&F0", "AT&W", "AT&W0", "ATM0", "ATM1L2", "ATL3", "AT&C1&D2", "AT&K3", "AT&K0", "ATW2",
      "AT\\N3", "AT%C1", "ATB0", "ATT", "ATP", "ATS0=0", "ATS2=43S7=12", "ATE0Q0V1X4", "ATQ0H0", "ATQ0V1H0",
      "ATQ0 V1 E0", "ATQ0 V1 E0 Z S0=0 &C1 &D2 +FCLASS=0", "AT E0 Q0 V1 X4", "AT&C1&D2S0=0+FCLASS=0;S7=60",
      "AT+FCLASS=0;&C1", "ATI2", "ATS95=47", "ATS255=255", "ATS12=0", "at&fe0", "ATL", "ATS7", "AT+GMI=?",
      "ATW0", "ATW1", "ATW2", "AT&W1", "ATZ1", "AT&Y1", "AT&F2", "ATF1", "ATC1", "AT&T0", "AT&Z0=5551234",
      "AT&Z3=T9,5551234", "ATS1=3", "ATS86=0", "AT+MS=V34", "AT+MS=\"V34\",0,2400,9600", "AT+ES=3,0,2;+DS=3",
      "AT+MR=1;+ER=1;+DR=1;+ILRR=1", "AT+VCID=1", "AT#CID=1", "AT+IPR=115200", "AT+IFC=2,2", "AT+ICF=3,1",
      "AT+MS=", "AT+ES=,,4", "ATQ2");
  CAPTURE(line);
  Conversation modem;
  modem.answers(line, ok);
}

TEST_CASE("commands that are refused") {
  const auto* line = GENERATE(
      "ATX5", "ATE2", "ATV2", "ATQ3", "ATZ2", "ATG", "ATU1", "ATH2", "ATI10", "AT&C2", "AT&D4", "AT&", "AT&1",
      "AT!", "AT+", "AT+FOO", "AT+FOO=1", "AT+FCLASS=1", "AT+FCLASS", "AT+FCLASS=0x", "AT+GMI=1", "AT#UD?",
      "AT#UD=1", "AT-V90", "ATS256=1", "ATS7=256", "ATS7=0", "ATS3=128", "AT*", "AT%Z", "ATS99999999999999=1",
      "ATX99999999999999", "AT\"", "AT$", "AT1", "ATW3", "AT&W2", "AT&Z4=1", "ATI11", "AT&F3", "AT&T1",
      "ATS46=0", "ATS48=129", "ATS36=8", "ATS11=49", "ATS91=16", "AT+MS", "AT+MR=3", "AT+MR=1,1", "AT+MS=V35",
      "AT+MS=V34,2", "AT+MS=V34,1,74", "AT+ES=5", "AT+ES=1,1,1,1", "AT+DS=3,0,511", "AT+DS=4", "AT+ER=2",
      "AT+IPR=115201", "AT+VCID=3", "AT+VCID=-1", "AT+MR=1x", "AT+MR= ,", "AT+MS=V34V34");
  CAPTURE(line);
  Conversation modem;
  modem.answers(line, error);
}

TEST_CASE("the first wrong command ends its line, what stood before it is done") {
  Conversation modem;
  modem.answers("ATS8=9X9S8=4", error);
  modem.answers("ATS8?", "\r\n009\r\n\r\nOK\r\n");
}

TEST_CASE("registers are read in three digits") {
  Conversation modem;
  modem.answers("ATS7?", "\r\n050\r\n\r\nOK\r\n");
  modem.answers("ATS0?S2?", "\r\n000\r\n\r\n043\r\n\r\nOK\r\n");
  modem.answers("ATS7=60S7?", "\r\n060\r\n\r\nOK\r\n");
  modem.answers("ATS200=17", ok);
  modem.answers("ATS200?", "\r\n017\r\n\r\nOK\r\n");
  modem.answers("ATS8=", ok);
  modem.answers("ATS8?", "\r\n000\r\n\r\nOK\r\n");
}

TEST_CASE("a register once named is meant by a bare query and a bare assignment") {
  Conversation modem;
  modem.answers("ATS8", ok);
  modem.answers("AT=5", ok);
  modem.answers("AT?", "\r\n005\r\n\r\nOK\r\n");
}

TEST_CASE("the registers of V.250 stand as they should") {
  struct Row {
    const char* query;
    const char* value;
  };
  const auto row = GENERATE(values<Row>({{"ATS0?", "000"},
                                         {"ATS1?", "000"},
                                         {"ATS2?", "043"},
                                         {"ATS3?", "013"},
                                         {"ATS4?", "010"},
                                         {"ATS5?", "008"},
                                         {"ATS6?", "002"},
                                         {"ATS7?", "050"},
                                         {"ATS8?", "002"},
                                         {"ATS9?", "006"},
                                         {"ATS10?", "014"},
                                         {"ATS11?", "095"},
                                         {"ATS12?", "050"}}));
  Conversation modem;
  modem.answers(row.query, "\r\n" + std::string(row.value) + "\r\n\r\nOK\r\n");
}

TEST_CASE("two profiles, and the one that a modem wakes up with") {
  Conversation modem;
  modem.answers("ATS8=3&W0", ok);
  modem.answers("ATS8=4&W1", ok);
  modem.answers("ATZ", ok);
  modem.answers("ATS8?", "\r\n003\r\n\r\nOK\r\n");
  modem.answers("ATZ1", ok);
  modem.answers("ATS8?", "\r\n004\r\n\r\nOK\r\n");
  modem.answers("AT&Y1S8=9", ok);
  modem.modem().power_on(100s);
  modem.wait(200s);
  modem.answers("ATS8?", "\r\n004\r\n\r\nOK\r\n");
}

TEST_CASE("a stored number is dialled by S=") {
  Conversation modem;
  modem.answers("AT&Z2=5550176", ok);
  modem.hears("ATDS=2\r").says("\r\nBUSY\r\n");
  modem.hears("ATDTS=2\r").says("\r\nBUSY\r\n");
  modem.answers("ATDS=1", error); // nothing is stored there
  modem.answers("ATDS=4", error);
  modem.answers("AT&Z0=" + std::string(stored_number_characters_max + 1, '1'), error);
  CHECK(modem.modem().dials() == 2);
}

TEST_CASE("Q2 silences calls that come in and no others") {
  Conversation modem;
  modem.answers("ATQ2X1", ok);
  modem.rings(2);
  modem.is_silent_for(30s);
  modem.hears("ATDT5550176\r").says("\r\nNO CARRIER\r\n");
}

TEST_CASE("Q2 silences a call that came in up to its end") {
  struct Row {
    const char* what;
    void (*end)(Conversation&);
  };
  const auto row =
      GENERATE(values<Row>({{"dropped", [](Conversation& modem) { modem.modem().drop_line(modem.now()); }},
                            {"S30", [](Conversation& modem) { modem.wait(11s); }},
                            {"DTR", [](Conversation& modem) { modem.dtr(false); }}}));
  CAPTURE(row.what);
  Conversation modem;
  modem.answers("ATQ2S0=1S30=1", ok);
  modem.rings(5);
  modem.is_silent_for(10s);
  REQUIRE(modem.dcd());
  row.end(modem);
  modem.is_silent_for(30s);
  REQUIRE_FALSE(modem.dcd());
  modem.dtr(true);
  modem.answers("AT", ok);
  modem.hears("ATX1DT5550176\r").says("\r\nNO CARRIER\r\n");
}

TEST_CASE("Q2 says nothing of an answer that is aborted, nor of one that meets nobody") {
  Conversation modem;
  modem.answers("ATQ2S7=10", ok);
  modem.rings(9);
  modem.wait(1s);
  modem.hears("ATA\r");
  modem.wait(1s);
  modem.hears("x").is_silent_for(30s);
  modem.hears("ATA\r").is_silent_for(60s);
  modem.answers("AT", ok);
}

TEST_CASE("what stands behind the semicolon of a dial is carried out when the digits are out") {
  Conversation modem;
  modem.hears("ATX3DT5550176;H\r").says(ok).between(2s, 5s);
  CHECK(modem.modem().hook() == Modem::Hook::on);
  CHECK(modem.modem().dials() == 1);
  modem.hears("ATDT555;V1H0\r").says(ok);
  CHECK(modem.modem().hook() == Modem::Hook::on);
  modem.hears("ATDT555;S7=61S7?\r").says("\r\n061\r\n\r\nOK\r\n");
  CHECK(modem.modem().hook() == Modem::Hook::off);
  modem.answers("ATH", ok);
  modem.hears("ATDT555;ATH\r").says("\r\nNO CARRIER\r\n"); // A answers, and there is nobody
}

TEST_CASE("a dial behind the semicolon of a dial goes on with its digits") {
  Conversation modem;
  modem.hears("ATX3DT555;DT0176\r").says("\r\nBUSY\r\n");
  CHECK(modem.modem().dials() == 2);
}

TEST_CASE(
    "what is wrong behind the semicolon of a dial is ERROR, and what a failed dial left behind is not done") {
  Conversation modem;
  modem.hears("ATX3DT555;X9\r").says(error);
  CHECK(modem.modem().hook() == Modem::Hook::off);
  modem.answers("ATH", ok);
  modem.hears("ATX4DT5550180;S8=9\r"); // no dial tone there
  modem.says("\r\nNO DIALTONE\r\n");
  modem.answers("ATS8?", "\r\n002\r\n\r\nOK\r\n");
  modem.hears("ATX3DT5;\r").says(ok);
  modem.answers("ATS8?H", "\r\n002\r\n\r\nOK\r\n");
}

TEST_CASE("a stored number may have the semicolon of its dial behind it") {
  Conversation modem;
  modem.answers("AT&Z1=5550176", ok);
  modem.hears("ATX3DS=1;H\r").says(ok);
  CHECK(modem.modem().hook() == Modem::Hook::on);
  modem.answers("ATDS=7;H", error);
}

TEST_CASE("a stored number is asked for, and only = takes it away") {
  Conversation modem;
  modem.answers("AT&Z1=5550176", ok);
  modem.answers("AT&Z1?", "\r\n5550176\r\n\r\nOK\r\n");
  modem.answers("AT&Z1?S7?", "\r\n5550176\r\n\r\n050\r\n\r\nOK\r\n");
  modem.answers("AT&Z1", error);
  modem.answers("AT&Z1X4", error);
  modem.answers("AT&Z4?", error);
  modem.answers("AT&Z?", ok);
  modem.answers("AT&Z1?", "\r\n5550176\r\n\r\nOK\r\n");
  modem.answers("AT&Z1=", ok);
  modem.answers("AT&Z1?", ok);
}

TEST_CASE("what is stored outlives the power, and another modem that recalls it") {
  Conversation modem;
  modem.answers("ATS7=44&W0S7=45&W1&Y1&Z2=5550176", ok);
  modem.hears("ATDT5550176\r").says("\r\nBUSY\r\n");
  modem.answers("ATS7=46", ok);
  Conversation other;
  other.modem().recall(*modem.modem().memory());
  CHECK(other.modem().dials() == 1);
  other.answers("ATS7?", "\r\n045\r\n\r\nOK\r\n");
  other.answers("ATZS7?", "\r\n044\r\n\r\nOK\r\n");
  other.answers("AT&Z2?", "\r\n5550176\r\n\r\nOK\r\n");
}

TEST_CASE("Z fetches what &W stored, &F the factory's") {
  Conversation modem;
  modem.answers("ATS7=60&W", ok);
  modem.answers("ATS7=70", ok);
  modem.answers("ATZ", ok);
  modem.answers("ATS7?", "\r\n060\r\n\r\nOK\r\n");
  modem.answers("AT&F", ok);
  modem.answers("ATS7?", "\r\n050\r\n\r\nOK\r\n");
  modem.answers("ATZ", ok);
  modem.answers("ATS7?", "\r\n060\r\n\r\nOK\r\n");
}

TEST_CASE("ATZ brings the echo back, ATE0 takes it away at once") {
  Conversation modem{Habits{}};
  modem.hears("ATE0\r").says("ATE0\r\r\nOK\r\n");
  modem.answers("ATZ", ok);
  modem.hears("AT\r").says("AT\r\r\nOK\r\n");
}

TEST_CASE("Q1 silences results and not text") {
  Conversation modem;
  modem.hears("ATQ1\r").is_silent_for(5s);
  modem.hears("AT\r").is_silent_for(5s);
  modem.hears("ATX9\r").is_silent_for(5s);
  modem.hears("ATS7?\r").says("\r\n050\r\n");
  modem.hears("ATDT5550176\r").is_silent_for(60s);
  modem.answers("ATQ0", ok);
}

TEST_CASE("V0 says digits and ends text plainly") {
  Conversation modem;
  modem.answers("ATV0", "0\r");
  modem.answers("AT", "0\r");
  modem.answers("ATG", "4\r");
  modem.answers("ATS7?", "050\r0\r");
  modem.hears("ATDT5550176\r").says("7\r");
  modem.hears("ATDT5550105\r").says("24\r");
  modem.hears("ATDT5550107\r").says("83\r");
  modem.answers("ATV1", ok);
}

TEST_CASE("V0 has no number for VOICE and says NO CARRIER") {
  Conversation modem;
  modem.answers("ATV0", "0\r");
  modem.hears("ATDT5550177\r").says("3\r");
}
