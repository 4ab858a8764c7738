#include "harness/emulator/exchange.hpp"

#include "tests/emulator/conversation.hpp"

#include <set>

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

// Dial tone and seven digits of 190 ms at X4.
constexpr Duration digits_out = 1000ms + 7 * 190ms;

void dials(Conversation& modem, const std::string& number) { modem.hears("ATDT" + number + "\r"); }

} // namespace

TEST_CASE("the directory has every number of the exchange once, the demonstration's eight first") {
  const auto& directory = embedded_directory();
  std::set<std::string_view> seen;
  for (const auto& entry : directory) {
    CHECK(embedded_exchange().numbers.contains(entry.number));
    CHECK(seen.insert(entry.number).second);
    CHECK_FALSE(entry.what.empty());
  }
  CHECK(seen.size() == embedded_exchange().numbers.size());
  const std::string_view first[] = {"5550100", "5550176", "5550177", "5550178",
                                    "5550179", "5550180", "5550181", "5550192"};
  for (std::size_t i = 0; i < std::size(first); ++i) CHECK(directory[i].number == first[i]);
}

TEST_CASE("555-0100 connects twelve seconds after its last digit, with all that it says about the link") {
  Conversation modem;
  dials(modem, "5550100");
  modem.says("\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\nCONNECT 33600\r\n")
      .after(digits_out + 12s);
  CHECK(modem.dcd());
  modem.is_silent_for(300s);
  CHECK(modem.dcd());
}

TEST_CASE("the numbers that end in the modem's own word") {
  struct Row {
    const char* number;
    const char* word;
    Duration after;
  };
  const auto row = GENERATE(values<Row>({{"5550176", "BUSY", digits_out + 5s},
                                         {"5550177", "VOICE", digits_out + 8s},
                                         {"5550178", "NO ANSWER", digits_out + 50s},
                                         {"5550179", "NO CARRIER", digits_out + 12500ms},
                                         {"5550180", "NO DIALTONE", 5s},
                                         {"5550181", "ERROR", 0s},
                                         {"5550103", "FAX", digits_out + 9s},
                                         {"5550104", "NO CARRIER", digits_out + 50s},
                                         {"5550105", "DELAYED", 0s},
                                         {"5550106", "BLACKLISTED", 0s},
                                         {"5550107", "LINE IN USE", 200ms},
                                         {"5550199", "NO ANSWER", digits_out + 50s}}));
  CAPTURE(row.number);
  Conversation modem;
  dials(modem, row.number);
  modem.says("\r\n" + std::string(row.word) + "\r\n").after(row.after);
  modem.is_silent_for(600s);
  CHECK_FALSE(modem.dcd());
  CHECK(modem.modem().dials() == 1);
  modem.answers("AT", "\r\nOK\r\n");
}

TEST_CASE("555-0192 ends the modem until DTR drops") {
  Conversation modem;
  dials(modem, "5550192");
  modem.is_silent_for(600s);
  modem.hears("AT\r").is_silent_for(5s);
  modem.hears("\r+++ATH\r").is_silent_for(5s);
  CHECK_FALSE(modem.modem().deadline());
  modem.dtr(false);
  modem.is_silent_for(1s);
  modem.dtr(true);
  modem.answers("AT", "\r\nOK\r\n");
}

TEST_CASE("555-0101 is a live line that hangs up after a minute") {
  Conversation modem;
  dials(modem, "5550101");
  modem.says("\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\nCONNECT 33600\r\n");
  modem.mark();
  modem.says("\r\nlogin: ").after(1s + 2143us); // nine bytes at 33600 bit/s
  modem.hears("me\r\n").says("me\r\n").after(953us);
  modem.wait(50s);
  modem.says("\r\nNO CARRIER\r\n").after(59s - 2143us);
  CHECK_FALSE(modem.dcd());
  modem.answers("AT", "\r\nOK\r\n");
}

TEST_CASE("555-0102 drops the call three seconds after CONNECT") {
  Conversation modem;
  modem.connects("5550102");
  modem.mark();
  modem.says("\r\nNO CARRIER\r\n").after(3s);
  CHECK_FALSE(modem.dcd());
}

TEST_CASE("555-0108 takes its time and connects slowly") {
  Conversation modem;
  dials(modem, "5550108");
  modem.says("\r\nCARRIER 2400\r\n\r\nPROTOCOL: NONE\r\n\r\nCOMPRESSION: NONE\r\n\r\nCONNECT 2400\r\n")
      .after(digits_out + 42s);
}
