#include "harness/emulator/information.hpp"

#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

constexpr const char* ok = "\r\nOK\r\n";

} // namespace

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
                            {"AT+GCAP", "+GCAP: +FCLASS,+MS,+ES,+DS"},
                            {"AT+GCI?", "+GCI: B5"},
                            {"AT+GSN", "00000001"},
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

TEST_CASE("AT&V shows the profiles and the numbers") {
  const std::string basics =
      "B0 E0 L1 M1 N1 Q0 V1 W1 X4 Y0 &C1 &D2 &G0 &K3 &Q5 &R0 &S0 &X0 %C3 %E2 \\A1 \\G0 \\K5 \\N3 T\r\n";
  const std::string factory_registers = "S00:000 S01:000 S02:043 S03:013 S04:010 S05:008 S06:002\r\n"
                                        "S07:050 S08:002 S09:006 S10:014 S11:095 S12:050 S25:005\r\n"
                                        "S26:001 S30:000 S36:007 S38:020 S46:138 S48:007 S82:128\r\n"
                                        "S86:021 S91:010 S95:000\r\n";
  Conversation modem;
  modem.answers("AT&Z1=5551234", ok);
  modem.answers("AT&V", "\r\nACTIVE PROFILE:\r\n" + basics + factory_registers + "\r\nSTORED PROFILE 0:\r\n" +
                            basics + factory_registers + "\r\nSTORED PROFILE 1:\r\n" + basics +
                            factory_registers +
                            "\r\nTELEPHONE NUMBERS:\r\n0=\r\n1=5551234\r\n2=\r\n3=\r\n\r\nOK\r\n");
  modem.answers("ATS7=60X3M0L3&K4&C0&D3Q2", ok);
  modem.hears("AT&V0\r");
  const std::string said = modem.listen(1s);
  CHECK_THAT(said, ContainsSubstring("L3 M0 N1 Q2 V1 W1 X3 ") && ContainsSubstring(" &C0 &D3 ") &&
                       ContainsSubstring(" &K4 ") && ContainsSubstring("S07:060"));
}

TEST_CASE("a name that was given wins over the dialect's") {
  Habits habits;
  habits.dialect = at::find_dialect("usr");
  habits.identification = "ACME 56";
  CHECK(identity_text(Asked::model, habits) == "ACME 56");
  CHECK(identification_text(0, habits, {}) == "ACME 56");
  CHECK(identification_text(1, habits, {}) == "C6D1");
}
