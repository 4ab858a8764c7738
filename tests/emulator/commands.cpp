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
      "AT+FCLASS=0;&C1", "ATI2", "ATS95=47", "ATS255=255", "ATS12=0", "at&fe0", "ATL", "ATS7", "AT+GMI=?");
  CAPTURE(line);
  Conversation modem;
  modem.answers(line, ok);
}

TEST_CASE("commands that are refused") {
  const auto* line =
      GENERATE("ATX5", "ATE2", "ATV2", "ATQ2", "ATZ2", "ATG", "ATU1", "ATH2", "ATI10", "AT&C2", "AT&D4",
               "AT&", "AT&1", "AT!", "AT+", "AT+FOO", "AT+FOO=1", "AT+FCLASS=1", "AT+FCLASS", "AT+FCLASS=0x",
               "AT+GMI=1", "AT#UD", "AT-V90", "ATS256=1", "ATS7=256", "ATS7=0", "ATS3=128", "AT*", "AT%Z",
               "ATS99999999999999=1", "ATX99999999999999", "AT\"", "AT$", "AT1");
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

TEST_CASE("identification") {
  struct Row {
    const char* query;
    const char* text;
  };
  const auto row =
      GENERATE(values<Row>({{"ATI", "dialbench emulated modem"},
                            {"ATI0", "dialbench emulated modem"},
                            {"ATI1", "255"},
                            {"ATI3", "dialbench emulated modem\r\nNo telephone line is attached"},
                            {"ATI5", "B5"},
                            {"ATI6", "No call yet"},
                            {"AT+GMI", "dialbench"},
                            {"AT+GMM", "dialbench emulated modem"},
                            {"AT+GMR", "1"},
                            {"AT+GCAP", "+GCAP: +FCLASS"},
                            {"AT+FCLASS?", "0"},
                            {"AT+FCLASS=?", "0"}}));
  Conversation modem;
  modem.answers(row.query, "\r\n" + std::string(row.text) + "\r\n\r\nOK\r\n");
}

TEST_CASE("ATI6 tells how the last call ended") {
  Conversation modem;
  modem.hears("ATDT5550176\r").says("\r\nBUSY\r\n");
  modem.answers("ATI6", "\r\nLast call: BUSY\r\n\r\nOK\r\n");
}

TEST_CASE("AT&V shows the profile") {
  Conversation modem;
  modem.answers("ATS7=60X3", ok);
  modem.answers("AT&V", "\r\nACTIVE PROFILE:\r\n"
                        "E0 Q0 V1 X3 &C1 &D2 T\r\n"
                        "S00:000 S01:000 S02:043 S03:013 S04:010 S05:008 S06:002\r\n"
                        "S07:060 S08:002 S09:006 S10:014 S11:095 S12:050\r\n\r\nOK\r\n");
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

TEST_CASE("an extended command ends at its semicolon or at the end of the line") {
  Conversation modem;
  modem.answers("AT+GMR;+GMI", "\r\n1\r\n\r\ndialbench\r\n\r\nOK\r\n");
  modem.answers("AT+GMR;S7?", "\r\n1\r\n\r\n050\r\n\r\nOK\r\n");
}
