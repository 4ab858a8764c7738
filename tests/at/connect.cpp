#include "at/connect.hpp"

#include "at/dialect.hpp"
#include "at/result.hpp"
#include "tests/catch.hpp"

#include <initializer_list>
#include <string>

using namespace dialbench;
using at::Link;

namespace {

Link link_of(std::initializer_list<std::string_view> lines) {
  Link link;
  for (const auto line : lines) at::add_line(link, line);
  return link;
}

struct Told {
  at::Bps transmit = 0; // 0: not said
  at::Bps receive = 0;
  at::Bps dte = 0;
  std::string modulation = "";
  std::string error_control = "";
  std::string compression = "";
  bool assumed = false;
  friend bool operator==(const Told&, const Told&) = default;
};

std::ostream& operator<<(std::ostream& out, const Told& told) {
  return out << told.transmit << '/' << told.receive << " dte " << told.dte << ' ' << told.modulation << ' '
             << told.error_control << ' ' << told.compression << (told.assumed ? " assumed" : "");
}

Told told(const Link& link) {
  return {link.dce_transmit.value_or(0),
          link.dce_receive.value_or(0),
          link.dte.value_or(0),
          link.modulation,
          link.error_control,
          link.compression,
          link.rate_kind_assumed};
}

Told told(std::initializer_list<std::string_view> lines) { return told(link_of(lines)); }

} // namespace

TEST_CASE("one line tells") {
  struct Row {
    const char* line;
    Told expected;
  };
  const Row row = GENERATE(values<Row>({
      {"CONNECT", {}},
      {"CONNECT 33600", {33600, 33600, 0, "", "", "", true}},
      {"connect 2400", {2400, 2400, 0, "", "", "", true}},
      {"CONNECT 0300/REL", {300, 300, 0, "", "ARQ", "", true}},
      {"CONNECT 28800/ARQ/V34/LAPM/V42BIS", {28800, 28800, 0, "V34", "LAPM", "V42BIS"}},
      {"CONNECT 115200/V34 33600/V42bis", {33600, 33600, 115200, "V34", "ARQ", "V42BIS"}},
      {"CONNECT 1200/75", {1200, 75, 0, "V23"}},
      {"CONNECT 75TX/1200RX", {75, 1200, 0, "V23"}},
      {"CONNECT 1275", {1200, 75, 0, "V23"}},
      {"CONNECT 14 400", {14400, 14400, 0, "", "", "", true}},
      {"CONNECT 1 200", {1200, 1200, 0, "", "", "", true}},
      {"CONNECT 64 000", {64000, 64000, 0, "", "", "", true}},
      {"CONNECT 115 200/ARQ", {115200, 115200, 0, "", "ARQ", "", true}},
      {"CONNECT 300 300", {300, 300}},
      {"CONNECT 115200 33 600", {33600, 33600, 115200}},
      {"CONNECT 115200/33,600", {33600, 33600, 115200}},
      {"CONNECT 751200/V23", {75, 1200, 0, "V23"}},
      {"CONNECT 1275/V.23", {1200, 75, 0, "V23"}},
      {"CARRIER 751200", {75, 1200, 0, "V23"}},
      {"CONNECT 1200/V.23HDX", {1200, 1200, 0, "V23"}},
      {"CONNECT 32000/PIAFS/V.42bis/CARRIER 33600/NONE", {32000, 32000, 0, "PIAFS", "ARQ", "V42BIS"}},
      {"CONNECT 9600/PDC9600/V.42bis/CARRIER 300/NONE/NONE", {9600, 9600, 0, "", "ARQ", "V42BIS", true}},
      {"CONNECT 57600/CARRIER 33600/V34", {33600, 33600, 57600, "V34"}},
      {"CONNECT 50666 V42bis", {50666, 50666, 0, "", "ARQ", "V42BIS", true}},
      {"CONNECT 33600 EC", {33600, 33600, 0, "", "ARQ", "", true}},
      {"CONNECT 33600 NoEC", {33600, 33600, 0, "", "NONE", "", true}},
      {"CONNECT 2400/NONE", {2400, 2400, 0, "", "NONE", "", true}},
      {"CONNECT 2400/NONE/NONE", {2400, 2400, 0, "", "NONE", "NONE", true}},
      {"CONNECT 9600/LAP-M/V.42bis", {9600, 9600, 0, "", "LAPM", "V42BIS", true}},
      {"CONNECT 9600/REL-LAPM V.42 BIS", {9600, 9600, 0, "", "LAPM", "V42BIS", true}},
      {"CONNECT 9600/LAPM-V", {9600, 9600, 0, "", "LAPM", "ON", true}},
      {"CONNECT 9600/LAPM-V(V.42bis)", {9600, 9600, 0, "", "LAPM", "V42BIS", true}},
      {"CONNECT 2400/REL5", {2400, 2400, 0, "", "MNP", "MNP5", true}},
      {"CONNECT 2400 MNP4", {2400, 2400, 0, "", "MNP", "", true}},
      {"CONNECT 2400/MNP/CLASS 5", {2400, 2400, 0, "", "MNP", "MNP5", true}},
      {"CONNECT 2400/MNP 5", {2400, 2400, 0, "", "MNP", "MNP5", true}},
      {"CONNECT 14400/ARQ/V32BIS/MNP/MNP5", {14400, 14400, 0, "V32B", "MNP", "MNP5"}},
      {"CONNECT 14400/V32 bis", {14400, 14400, 0, "V32B"}},
      {"CONNECT 52000/x2/NONE", {52000, 52000, 0, "X2", "NONE", ""}},
      {"CONNECT 28800/VFC", {28800, 28800, 0, "VFC"}},
      {"CONNECT 115,200/ARQ", {115200, 115200, 0, "", "ARQ", "", true}},
      {"CONNECT 115200/33600", {33600, 33600, 115200}},
      {"CONNECT 115200/V34", {0, 0, 115200, "V34"}},
      {"CONNECT 64K", {64000, 64000, 0, "", "", "", true}},
      {"CONNECT 300REL", {300, 300, 0, "", "ARQ", "", true}},
      {"CONNECT (300 or 1200)/ARQ", {0, 0, 0, "", "ARQ", ""}},
      {"CONNECT/ARQ", {0, 0, 0, "", "ARQ", ""}},
      {"CARRIER 33600", {33600, 33600, 0}},
      {"CARRIER 1200/75", {1200, 75, 0, "V23"}},
      {"CARRIER 24000,48000", {24000, 48000, 0}},
      {"CARRIER Transmit: 33600 Receive: 46667", {33600, 46667, 0}},
      {"CARRIER  Receive: 46667 Transmit: 33600", {33600, 46667, 0}},
      {"CARRIER 31200 V.34", {31200, 31200, 0, "V34"}},
      {"PROTOCOL: LAPM", {0, 0, 0, "", "LAPM", ""}},
      {"Protocol: LAP-M", {0, 0, 0, "", "LAPM", ""}},
      {"PROTOCOL: NONE", {0, 0, 0, "", "NONE", ""}},
      {"PROTOCOL: ALT", {0, 0, 0, "", "MNP", ""}},
      {"PROTOCOL: MNP 3, 4", {0, 0, 0, "", "MNP", ""}},
      {"PROTOCOL: ERROR-CONTROL/LAPB", {0, 0, 0, "", "LAPB", ""}},
      {"COMPRESSION: V.42bis", {0, 0, 0, "", "ARQ", "V42BIS"}},
      {"COMPRESSION: CLASS 5", {0, 0, 0, "", "ARQ", "MNP5"}},
      {"COMPRESSION: NONE", {0, 0, 0, "", "", "NONE"}},
      {"Modulation: V.34", {0, 0, 0, "V34"}},
      {"MODULATION: V.32BIS", {0, 0, 0, "V32B"}},
      {"+MCR: V32B", {0, 0, 0, "V32B"}},
      {"+MCR: B103", {0, 0, 0, "B103"}},
      {"+MRR: 31200,28800", {31200, 28800, 0}},
      {"+MRR: 300,300", {300, 300, 0}},
      {"+MRR: 14400", {14400, 14400, 0}},
      {"+ER: LAPM", {0, 0, 0, "", "LAPM", ""}},
      {"+ER: NONE", {0, 0, 0, "", "NONE", ""}},
      {"+DR: V42B", {0, 0, 0, "", "ARQ", "V42BIS"}},
      {"+DR: V44 TD", {0, 0, 0, "", "ARQ", "V44"}},
      {"+DR: NONE", {0, 0, 0, "", "", "NONE"}},
      {"+ILRR: 115200", {0, 0, 115200}},
  }));
  CAPTURE(row.line);
  CHECK(told({row.line}) == row.expected);
}

TEST_CASE("lines around CONNECT settle what its rate is") {
  CHECK(told({"CARRIER 31200", "PROTOCOL: LAPM", "COMPRESSION: V.42BIS", "CONNECT 115200"}) ==
        Told{31200, 31200, 115200, "", "LAPM", "V42BIS"});
  CHECK(told({"+MCR: V34", "+MRR: 31200,28800", "+ER: LAPM", "+DR: V42B", "+ILRR: 57600", "CONNECT 57600"}) ==
        Told{31200, 28800, 57600, "V34", "LAPM", "V42BIS"});
  CHECK(told({"CARRIER 33600", "CONNECT 33600"}) == Told{33600, 33600, 0});
  CHECK(told({"Modulation: V.34", "CONNECT 28800"}) == Told{28800, 28800, 0, "V34"});
  CHECK(told({"CONNECT 57600", "CARRIER 28800"}) == Told{28800, 28800, 57600});
  CHECK(told({"+ILRR: 19200", "CONNECT 19200"}) == Told{0, 0, 19200});
  CHECK(told({"PROTOCOL: NONE", "CONNECT 9600/ARQ"}).error_control == "ARQ");
}

TEST_CASE("a rate that the modulation named beside it cannot have is the port's, or only assumed to be the "
          "line's") {
  // Certainly not the line's: V.23 and older.
  CHECK(told({"+MCR: V23C", "CONNECT 9600"}) == Told{0, 0, 9600, "V23C"});
  CHECK(told({"+MCR: V22B", "CONNECT 19200"}) == Told{0, 0, 19200, "V22B"});
  // V.32bis ends at 14400, but makers call V.32terbo so as well: nothing tells which it is.
  CHECK(told({"+MCR: V32B", "+ER: LAPM", "CONNECT 19200"}) ==
        Told{19200, 19200, 0, "V32B", "LAPM", "", true});
  CHECK(told({"CONNECT 19200/ARQ/V32"}) == Told{19200, 19200, 0, "V32", "ARQ", "", true});
  CHECK(told({"CONNECT 28800/V32"}) == Told{28800, 28800, 0, "V32", "", "", true});
  // Possible, and so stated.
  CHECK(told({"CONNECT 21600/ARQ/V32"}) == Told{21600, 21600, 0, "V32", "ARQ"});
  CHECK(told({"+MCR: V34", "CONNECT 19200"}) == Told{19200, 19200, 0, "V34"});
  CHECK(told({"CONNECT 9600/V32B"}) == Told{9600, 9600, 0, "V32B"});
  CHECK(told({"+MCR: V23C", "CONNECT 1200"}) == Told{1200, 1200, 0, "V23C"});
  // Both rates are usual on ports only: the slower one is taken for the line's.
  CHECK(told({"CONNECT 57600/115200"}) == Told{57600, 57600, 115200, "", "", "", true});
}

TEST_CASE("error correction in so many words is some error control") {
  Link link;
  add_line(link, "CONNECT 9600, ERROR CORRECTING");
  CHECK(link.dce_receive == 9600U);
  CHECK(link.error_control == "ARQ");
}

TEST_CASE("what says nothing about the link changes nothing") {
  for (const char* line : {"", "OK", "NO CARRIER", "RINGING", "CONNECTED 9600", "hello CONNECT 9600", "12345",
                           "PROTOCOL LAPM", "CARRIER LOST", "AT+MS=V34"}) {
    CAPTURE(line);
    CHECK(told({line}) == Told{});
  }
  CHECK(told({"CONNECT 9600/SREJ/ZZZ/CELLULAR/DSVD"}) == Told{9600, 9600, 0, "", "", "", true});
}

TEST_CASE("numbers that are no rates and damaged pieces are left out") {
  for (const char* line : {"CONNECT 99999999999999999999", "CONNECT 4294967297", "CONNECT 0",
                           "CONNECT 96\x8e"
                           "00",
                           "CONNECT 96p0", "CARRIER 5000001", "+MRR: 99999999999", "+ILRR: 0",
                           "CONNECT 99999999K", "CONNECT 4000000K"}) {
    CAPTURE(line);
    CHECK(told({line}) == Told{});
  }
  const std::string endless = "CONNECT 9600/" + std::string(5000, 'A') + "/LAPM";
  CHECK(told({endless}) == Told{9600, 9600, 0, "", "", "", true});
  std::string many = "CONNECT";
  for (int i = 0; i < 500; ++i) many += " 9600";
  CHECK(told({many}).receive == 9600);
}

TEST_CASE("the same link in many makers' spellings") {
  struct Row {
    const char* line;
    Told expected;
  };
  const Row row = GENERATE(values<Row>({
      {"CONNECT 14400/V.32bis/V.42/V.42bis", {14400, 14400, 0, "V32B", "LAPM", "V42BIS"}},
      {"CONNECT 2400/REL-5", {2400, 2400, 0, "", "MNP", "MNP5", true}},
      {"CONNECT 33600/LAPM-V42BIS", {33600, 33600, 0, "", "LAPM", "V42BIS", true}},
      {"CONNECT 1200/75/REL-MNP5", {1200, 75, 0, "V23", "MNP", "MNP5"}},
      {"CONNECT 9600/MNP10EC", {9600, 9600, 0, "", "MNP", "", true}},
      {"CONNECT FAST/KERM/COMP", {0, 0, 0, "PEP", "ARQ", "ON"}},
      {"CONNECT 57600/ARQ/x2/LAPM/V42BIS", {0, 0, 57600, "X2", "LAPM", "V42BIS"}},
      {"CONNECT 9600/V22B", {0, 0, 9600, "V22B", "", ""}},
      {"CONNECT 14400 V.32 bis", {14400, 14400, 0, "V32B"}},
      {"CONNECT 19200/V.32 terbo/V.42", {19200, 19200, 0, "V32T", "LAPM"}},
      {"CONNECT 9600 V 42 bis", {9600, 9600, 0, "", "LAPM", "V42BIS", true}},
      {"CONNECT 300 BELL 103", {300, 300, 0, "B103"}},
      {"CONNECT 33600/V34+", {33600, 33600, 0, "V34"}},
      {"CONNECT 28800 RELIABLE LAP-M COMPRESSED", {28800, 28800, 0, "", "LAPM", "ON", true}},
      {"CONNECT 9600/LAP-B", {9600, 9600, 0, "", "LAPB", "", true}},
      {"CONNECT 2400 NO EC", {2400, 2400, 0, "", "NONE", "", true}},
      {"CONNECT 2400/NO-EC/NO-COMP", {2400, 2400, 0, "", "NONE", "NONE", true}},
      {"CONNECT 2400/NO MNP5", {2400, 2400, 0, "", "NONE", "", true}},
      {"CONNECT 2400/NORMAL", {2400, 2400, 0, "", "NONE", "", true}},
      {"CONNECT 9600/LAPM/COMPRESSION:NONE", {9600, 9600, 0, "", "LAPM", "NONE", true}},
      {"CONNECT 9600/COMPRESSION:NONE", {9600, 9600, 0, "", "", "NONE", true}},
      {"CONNECT 115200 CARRIER 33600 PROTOCOL: NONE COMPRESSION: NONE",
       {33600, 33600, 115200, "", "NONE", "NONE"}},
      {"CONNECT 64000/V.110", {64000, 64000, 0, "V110"}},
      {"CONNECT 38400/V.110", {38400, 38400, 0, "V110"}},
      {"CONNECT 64000/V110/9600", {9600, 9600, 0, "V110"}},
      {"CONNECT 64000/V.110 19200", {19200, 19200, 0, "V110"}},
      {"CONNECT 64000/V110/38400", {38400, 38400, 0, "V110"}},
      {"CONNECT 19200/V.110/64000", {19200, 19200, 0, "V110"}},
      {"CONNECT 64000/V120/9600", {64000, 64000, 9600, "V120"}},
      {"CONNECT 115200/V120 64000", {64000, 64000, 115200, "V120"}},
      {"CONNECT 7200000", {7200000, 7200000, 0, "", "", "", true}},
      {"CONNECT 150000000", {150000000, 150000000, 0, "", "", "", true}},
      {"CONNECT 5551234", {}},
      {"CONNECT 64K/HDLC", {64000, 64000, 0, "HDLC"}},
      {"CONNECT 64000/ARQ/X.75/LAPB", {64000, 64000, 0, "X75", "LAPB"}},
      {"CONNECT 115200 / 64kPIAFS", {64000, 64000, 115200, "PIAFS", "ARQ"}},
      {"CONNECT 9600 / 64kPIAFS", {9600, 9600, 0, "PIAFS", "ARQ"}},
      {"COMPRESSION: ON", {0, 0, 0, "", "ARQ", "ON"}},
      {"PROTOCOL: OFF", {0, 0, 0, "", "NONE", ""}},
  }));
  CAPTURE(row.line);
  CHECK(told({row.line}) == row.expected);
}

TEST_CASE("what the line did not say itself is marked") {
  CHECK(link_of({"CONNECT 9600/V42BIS"}).error_control_assumed);
  CHECK(link_of({"+DR: V44"}).error_control_assumed);
  CHECK(link_of({"CONNECT 64KPIAFS"}).error_control_assumed);
  CHECK(!link_of({"CONNECT 9600/ARQ/V42BIS"}).error_control_assumed);
  CHECK(!link_of({"CONNECT 9600/V42BIS/LAPM"}).error_control_assumed);
  CHECK(!link_of({"COMPRESSION: V.42bis", "PROTOCOL: LAPM"}).error_control_assumed);
  CHECK(!link_of({"CONNECT 2400/REL5"}).error_control_assumed);
  CHECK(link_of({"CONNECT 1200/75"}).modulation_assumed);
  CHECK(!link_of({"CONNECT 1200/75/V23"}).modulation_assumed);
  CHECK(!link_of({"CONNECT 33600"}).modulation_assumed);
}

namespace {

// One row that states what it means for the link, and the link of `line` in it.
Link stated_link(std::string_view line, const at::StatedLink& stated, Link link = {}) {
  const at::DialectRow row{-1, line, at::Meaning::connect, stated};
  at::Result result = at::classify(line, {});
  result.row = &row;
  at::add_result(link, result);
  return link;
}

} // namespace

TEST_CASE("a result is added by its words, a number by what the modem would say") {
  Link link;
  at::add_result(link, at::classify("CONNECT 9600/ARQ", {}));
  CHECK(told(link) == Told{9600, 9600, 0, "", "ARQ", "", true});
  Link numeric;
  at::add_result(numeric, at::classify("5", {nullptr, at::Digits::result}));
  CHECK(told(numeric) == Told{1200, 1200, 0, "", "", "", true});
  Link none;
  at::add_result(none, at::classify("57600", {}));
  CHECK(none == Link{});
}

TEST_CASE("what a table states of the link decides over the words") {
  CHECK(told(stated_link("CONNECT 57600", {true, 0, 57600})) == Told{0, 0, 57600});
  CHECK(told(stated_link("CONNECT 57600", {true, 57600, 0})) == Told{57600, 57600, 0});
  CHECK(told(stated_link("CONNECT 57600", {true, 33600, 57600})) == Told{33600, 33600, 57600});
  CHECK(told(stated_link("CONNECT 75/1200", {true, 1200, 0})) == Told{75, 1200, 0, "V23"});
  CHECK(told(stated_link("CONNECT", {true, 2400, 0, true, true})) == Told{2400, 2400, 0, "", "ARQ", "ON"});
  CHECK(told(stated_link("CONNECT 9600/LAPM/V42B", {true, 9600, 0, true, true})) ==
        Told{9600, 9600, 0, "", "LAPM", "V42BIS"});
  CHECK(told(stated_link("CONNECT 9600/LAPM/V42B", {true, 9600, 0, true, false})) ==
        Told{9600, 9600, 0, "", "LAPM", ""});
  CHECK(told(stated_link("CONNECT 9600/ARQ", {true, 9600, 0})) == Told{9600, 9600, 0});
  CHECK(!stated_link("CONNECT 9600/V42B", {true, 9600, 0, true, true}).error_control_assumed);
  // A table that knows the rate of the port keeps what the line before said of the carrier.
  CHECK(told(stated_link("CONNECT 57600", {true, 0, 57600}, link_of({"CARRIER 28800", "PROTOCOL: LAPM"}))) ==
        Told{28800, 28800, 57600, "", "LAPM"});
  // One that states nothing leaves all to the words.
  CHECK(told(stated_link("CONNECT 9600/ARQ", {})) == Told{9600, 9600, 0, "", "ARQ", "", true});
}

TEST_CASE("addresses and small numbers are no rates") {
  for (const char* line : {"CONNECT 10.0.0.1", "CONNECT 127.0.0.1:2323", "CONNECT 99", "CONNECT 1.2.3"}) {
    CAPTURE(line);
    CHECK(told({line}) == Told{});
  }
  CHECK(told({"CONNECT 10.0.0.1 9600"}) == Told{9600, 9600, 0, "", "", "", true});
  CHECK(told({"CONNECT 115.200"}).receive == 115200);
  CHECK(told({"CONNECT 75"}).receive == 75);
}

TEST_CASE("thousands of kilobits are no rate") {
  dialbench::at::Link link;
  dialbench::at::add_line(link, "+ILRR: 5912K");
  CHECK_FALSE(link.dte.has_value());
  dialbench::at::add_line(link, "CONNECT 64K");
  CHECK(link.dce_receive == 64000U);
}
