// What real dialers send (last paragraph of quirks.md), and what they must hear to go on.
#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

std::string echoed(const std::string& command) { return command + "\r\r\nOK\r\n"; }

} // namespace

TEST_CASE("chat: ATZ, ATDT, CONNECT, a name") {
  Conversation modem{Habits{}};
  modem.hears("ATZ\r").says(echoed("ATZ"));
  modem.hears("ATX1DT5550101\r")
      .says("ATX1DT5550101\r\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: "
            "V.42BIS\r\n\r\nCONNECT 33600\r\n\r\nlogin: ");
  modem.hears("guest\r").says("guest\r");
}

TEST_CASE("C-Kermit: an escape into the idle modem, set-up, a dial without T, and its way out") {
  Conversation modem{Habits{}};
  modem.hears("++").says("++");
  modem.hears("+").says("+");
  modem.wait(1100ms);
  modem.hears("AT").says("AT");
  modem.hears("Q0H0\r").says("Q0H0\r\r\nOK\r\n");
  modem.hears("ATQ0\r").says(echoed("ATQ0"));
  modem.hears("ATM1L2\r").says(echoed("ATM1L2"));
  modem.hears("ATS2=43S7=82\r").says(echoed("ATS2=43S7=82"));
  modem.hears("ATD5550101\r")
      .says("ATD5550101\r\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: "
            "V.42BIS\r\n\r\nCONNECT 33600\r\n\r\nlogin: ");
  modem.wait(1100ms);
  modem.hears("+++").says("+++");
  modem.says("\r\nOK\r\n").after(1s);
  modem.hears("ATQ0H0\r").says(echoed("ATQ0H0"));
  CHECK_FALSE(modem.dcd());
}

TEST_CASE("wvdialconf: bare line ends, one token more each time, blanks, ATI") {
  Conversation modem{Habits{}};
  for (int i = 0; i < 10; ++i) modem.hears("\r").says("\r");
  for (const std::string line :
       {"ATQ0 V1 E1", "ATQ0 V1 E1 Z", "ATQ0 V1 E1 S0=0", "ATQ0 V1 E1 S0=0 &C1", "ATQ0 V1 E1 S0=0 &C1 &D2",
        "ATQ0 V1 E1 S0=0 &C1 &D2 +FCLASS=0", "ATQ0 V1 E1 Z S0=0 &C1 &D2 +FCLASS=0"})
    modem.hears(line + "\r").says(echoed(line));
  modem.hears("ATI\r").says("ATI\r\r\ndialbench emulated modem\r\n\r\nOK\r\n");
}

TEST_CASE("mgetty: set-up, RING, ATA, CONNECT") {
  Conversation modem{Habits{}};
  modem.hears("ATQ0V1H0\r").says(echoed("ATQ0V1H0"));
  modem.hears("AT\r").says(echoed("AT"));
  modem.rings(5);
  modem.says("\r\nRING\r\n\r\nRING\r\n");
  modem.hears("ATA\r").says(
      "ATA\r\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\nCONNECT "
      "33600\r\n");
  CHECK(modem.dcd());
}

TEST_CASE("a dialer that waits for a dial tone by a semicolon") {
  Conversation modem{Habits{}};
  modem.hears("ATX4DT;\r").says("ATX4DT;\r\r\nOK\r\n").after(1s);
  modem.hears("ATX3DT5550176\r").says("ATX3DT5550176\r\r\nBUSY\r\n");
}
