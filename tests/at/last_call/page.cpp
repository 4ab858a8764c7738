#include "at/last_call/page.hpp"

#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

using namespace dialbench;
using at::FieldId;
using at::ReportKind;
using tests::read;
using tests::text_of;
using tests::unknown_of;

TEST_CASE("separators of any kind stand between a label and its value") {
  for (const char* line :
       {"Blers 7", "BLERS: 7", "blers.......7", "Blers = 7", "Blers\t7", "Blers7", "  Blers    7  "}) {
    CAPTURE(line);
    const auto call = read(ReportKind::usr_link, line);
    CHECK(call.number(FieldId::block_errors) == 7);
    CHECK(call.unknown.empty());
  }
}

TEST_CASE("a label without a value is kept, and the next label keeps its own") {
  const auto call =
      read(ReportKind::usr_link, "Chars sent            Chars Received    5\nProtocol\nSpeed   ");
  CHECK(!call.find(FieldId::characters_sent));
  CHECK(call.number(FieldId::characters_received) == 5);
  CHECK(unknown_of(call) == "Chars sent=,Protocol=,Speed=");
}

TEST_CASE("values that do not fit are kept as they are written") {
  const auto call = read(ReportKind::usr_link, "Blers 99999999999999999999   Link Naks 4\nSpeed 9999999999\n"
                                               "Chars lost many\nLast Call 00:99:00");
  CHECK(call.fields.size() == 1);
  CHECK(call.number(FieldId::naks_received) == 4);
  CHECK(unknown_of(call) == "Blers=99999999999999999999,Speed=9999999999,Chars lost=many,Last Call=00:99:00");
  CHECK(unknown_of(read(ReportKind::conexant, "Rx LEVEL 5000")) == "Rx LEVEL=5000");
}

TEST_CASE("what the modem says is not there is neither a field nor unknown") {
  CHECK(read(ReportKind::lucent, "12 Near Echo Level (-dBm) NA\n14 Transmit Frame Count ---").empty());
}

TEST_CASE("levels are below zero unless their sign says otherwise") {
  CHECK(read(ReportKind::conexant, "Rx LEVEL 015").number(FieldId::receive_level) == -15);
  CHECK(read(ReportKind::conexant, "Rx LEVEL -15 dBm").number(FieldId::receive_level) == -15);
  CHECK(read(ReportKind::conexant, "Rx LEVEL +3").number(FieldId::receive_level) == 3);
  CHECK(read(ReportKind::conexant, "Rx LEVEL 0").number(FieldId::receive_level) == 0);
  const auto call = read(ReportKind::usr_extended, "Recv/Xmit Level (-dBm) 27.3/13.0");
  REQUIRE(call.find(FieldId::receive_level));
  CHECK(std::get<double>(*call.find(FieldId::receive_level)) == -27.3);
  CHECK(call.number(FieldId::transmit_level) == -13);
}

TEST_CASE("results, caller ID and AT#UD among the lines are passed over") {
  const auto call = read(ReportKind::usr_link, "ATI6\nRING\nNMBR = 5551234\n+MCR: V34\nCONNECT 28800/ARQ\n"
                                               "DIAG <2A4D3263 60=3D>\nBlers 1\nNO CARRIER\nOK");
  CHECK(call.fields.size() == 1);
  CHECK(call.unknown.empty());
  CHECK(!call.end);
}

TEST_CASE("unknown labels are kept, bounded") {
  std::string page;
  for (int i = 0; i < 100; ++i) page += "Frobs" + std::string(1, static_cast<char>('A' + i % 26)) + ":  7\n";
  const auto call = read(ReportKind::usr_link, page);
  CHECK(call.unknown.size() == at::unknown_fields_max);
  CHECK(call.cut);
}

TEST_CASE("a line that breaks off inside a label shows") {
  const auto call = read(ReportKind::usr_link, "Blers   3     Link Na");
  CHECK(call.number(FieldId::block_errors) == 3);
  CHECK(call.cut);
  CHECK(read(ReportKind::usr_link, "Blers 3\nDisconnect Rea").cut);
  CHECK(!read(ReportKind::usr_link, "Blers 3").cut);
}

TEST_CASE("a reason that nobody knows is kept in its own words") {
  const auto call = read(ReportKind::usr_link, "Disconnect Reason is Quantum flux");
  CHECK(!call.end);
  CHECK(call.end_words == "Quantum flux");
  CHECK(unknown_of(call) == "Disconnect Reason is=Quantum flux");
  CHECK(!call.empty());
}

TEST_CASE("compression with and without the size of its dictionary") {
  const auto call = read(ReportKind::usr_link, "Data Compression V42BIS 512/20");
  CHECK(text_of(call, FieldId::compression) == "V42BIS");
  CHECK(call.number(FieldId::dictionary_size) == 512);
  CHECK(call.number(FieldId::string_length) == 20);
  CHECK(text_of(read(ReportKind::usr_link, "Data Compression NONE"), FieldId::compression) == "NONE");
  CHECK(unknown_of(read(ReportKind::usr_link, "Data Compression MNP5 a/b")) == "Data Compression=a/b");
}

TEST_CASE("a line with more segments than any page has is read as far as it is bounded") {
  std::string line;
  for (int i = 0; i < at::last_call::segments_max; ++i) line += "Blers " + std::to_string(i) + "   ";
  CHECK(read(ReportKind::usr_link, line).number(FieldId::block_errors) == at::last_call::segments_max - 1);
  CHECK(!read(ReportKind::usr_link, line).cut);
  CHECK(read(ReportKind::usr_link, line + "Blers 77").number(FieldId::block_errors) ==
        at::last_call::segments_max - 1);
  CHECK(read(ReportKind::usr_link, line + "Blers 77").cut);
}
