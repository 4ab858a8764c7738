#include "harness/emulator/extended_commands.hpp"

#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

constexpr const char* ok = "\r\nOK\r\n";
constexpr const char* error = "\r\nERROR\r\n";

} // namespace

TEST_CASE("extended values are read, tested and kept") {
  struct Row {
    const char* command;
    const char* text;
  };
  const auto row = GENERATE(values<Row>({{"AT+MS?", "+MS: V90,1,300,33600,300,56000"},
                                         {"AT+MS=V32B,0,4800,9600;+MS?", "+MS: V32B,0,4800,9600,300,56000"},
                                         {"AT+MS=\"V22B\";+MS?", "+MS: V22B,1,300,33600,300,56000"},
                                         {"AT+MS=,0;+MS?", "+MS: V90,0,300,33600,300,56000"},
                                         {"AT+ES?", "+ES: 3,0,2"},
                                         {"AT+ES=?", "+ES: (0-4),(0-4),(0-6)"},
                                         {"AT+ES=2,2,4;+ES?", "+ES: 2,2,4"},
                                         {"AT+DS?", "+DS: 3,0,2048,32"},
                                         {"AT+DS=0,,512;+DS?", "+DS: 0,0,512,32"},
                                         {"AT+DS=?", "+DS: (0-3),(0,1),(512-65535),(6-250)"},
                                         {"AT+MR?", "+MR: 0"},
                                         {"AT+MR=2;+MR?", "+MR: 2"},
                                         {"AT+MR=?", "+MR: (0-2)"},
                                         {"AT+ER?", "+ER: 0"},
                                         {"AT+DR=1;+DR?", "+DR: 1"},
                                         {"AT+ILRR?", "+ILRR: 0"},
                                         {"AT+VCID=?", "+VCID: (0-2)"},
                                         {"AT#CID=1;+VCID?", "+VCID: 1"},
                                         {"AT#CID=?", "0-2"},
                                         {"AT+IPR?", "+IPR: 0"},
                                         {"AT+MR=1S95?", "004"},
                                         {"AT+MR=1;S95?", "004"}}));
  CAPTURE(row.command);
  Conversation modem;
  if (std::string(row.command) == "AT+MR=1S95?")
    modem.answers(row.command, error); // nothing parts the two
  else
    modem.answers(row.command, "\r\n" + std::string(row.text) + "\r\n\r\nOK\r\n");
}

TEST_CASE("of +MR and bit 2 of S95 the later one counts") {
  Conversation modem;
  modem.answers("AT+MR=1;+ER=1;+DR=1", ok);
  modem.answers("ATS95?", "\r\n044\r\n\r\nOK\r\n");
  modem.answers("ATS95=8", ok);
  modem.answers("AT+MR?;+ER?;+DR?", "\r\n+MR: 0\r\n\r\n+ER: 1\r\n\r\n+DR: 0\r\n\r\nOK\r\n");
  modem.answers("AT+ER=0;S95?", "\r\n000\r\n\r\nOK\r\n");
}

TEST_CASE("what is wrong in a list of values changes none of them") {
  Conversation modem;
  modem.answers("AT+ES=2,9,2", error);
  modem.answers("AT+ES?", "\r\n+ES: 3,0,2\r\n\r\nOK\r\n");
}

TEST_CASE("profiles keep extended values too, and &F fetches the factory's") {
  Conversation modem;
  modem.answers("AT+MS=V34;&W", ok);
  modem.answers("AT+MS=V22B", ok);
  modem.answers("ATZ", ok);
  modem.answers("AT+MS?", "\r\n+MS: V34,1,300,33600,300,56000\r\n\r\nOK\r\n");
  modem.answers("AT&F", ok);
  modem.answers("AT+MS?", "\r\n+MS: V90,1,300,33600,300,56000\r\n\r\nOK\r\n");
}

TEST_CASE("an extended command ends at its semicolon or at the end of the line") {
  Conversation modem;
  modem.answers("AT+GMR;+GMI", "\r\n1\r\n\r\ndialbench\r\n\r\nOK\r\n");
  modem.answers("AT+GMR;S7?", "\r\n1\r\n\r\n050\r\n\r\nOK\r\n");
}

TEST_CASE("a least rate of +MS above the greatest is an error, and changes nothing") {
  Conversation modem;
  for (const auto* wrong :
       {"AT+MS=V34,1,33600,300", "AT+MS=V34,1,300,33600,33600,300", "AT+MS=,,,75", "AT+MS=V34,1,0,0,300,299"})
    modem.answers(wrong, error);
  modem.answers("AT+MS?", "\r\n+MS: V90,1,300,33600,300,56000\r\n\r\nOK\r\n");
  modem.answers("AT+MS=V34,1,33600,0,33600,33600", ok); // 0: as the modulation has it
  modem.answers("AT+MS=V34,1,0,0,0,0", ok);
}
