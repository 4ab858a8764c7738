#include "at/last_call/unimodem.hpp"

#include "tests/at/last_call/pages.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace dialbench;
using at::CallEnd;
using at::FieldId;
using at::last_call::is_unimodem;
using tests::text_of;
using tests::unknown_of;

namespace {

at::LastCall ud(std::string_view page) { return tests::read(at::ReportKind::unimodem, page); }

} // namespace

TEST_CASE("a whole report of AT#UD") {
  const auto call = ud(tests::unimodem_page);
  CHECK(text_of(call, FieldId::diagnostics_revision) == "1.0");
  CHECK(text_of(call, FieldId::heard) == "data_answer");
  CHECK(text_of(call, FieldId::v8_call_menu) == "C1450390");
  CHECK(text_of(call, FieldId::v8_joint_menu) == "A145");
  CHECK(call.number(FieldId::receive_level) == -29);
  CHECK(call.number(FieldId::noise_level) == -70);
  CHECK(call.number(FieldId::round_trip_delay) == 42);
  CHECK(text_of(call, FieldId::transmit_modulation) == "V34");
  CHECK(text_of(call, FieldId::receive_modulation) == "V90");
  CHECK(call.number(FieldId::final_receive_rate) == 46599);
  CHECK(call.number(FieldId::characters_received) == 69147);
  CHECK(call.end == CallEnd::training_failed);
  CHECK(call.end_words == "60=3D");
  CHECK(call.fields.size() == 30);
  CHECK(call.unknown.empty());
  CHECK(!call.cut);
}

TEST_CASE("AT#UD in the manners that modems may have") {
  for (const char* line :
       {"DIAG <2A4D3263 60=3D>", "diag <2a4d3263 60=3d>", "DIAG<2A4D3263 60=3D>",
        "DIAG < 2A4D3263  60 = 3D >", "<2A4D3263 60=3D>", "DIAG 2A4D3263 60=3D>",
        "\x9e\xb5 DIAG <2A4D3263 60=3D>", "IAG <2A4D3263 60=3D>", "DIAG <2A4D3263 60=0x3D>",
        "DIAG <2A4D3263 60=\"3D\">", "DIAG <2A4D3263\t60=3D> garbage", "DIAG <2A4D3263 60=003D,>",
        "DIAG <2A4D3263 60=3D>DIAG <2A4D3263 61=0>"}) {
    CAPTURE(line);
    const auto call = ud(line);
    CHECK(call.end == CallEnd::training_failed);
    CHECK(call.unknown.empty());
    CHECK(!call.cut);
  }
}

TEST_CASE("a pair that reaches the end of a line that was cut is not believed") {
  const auto call = ud("DIAG <2A4D3263 10=1F 60=3");
  CHECK(call.cut);
  CHECK(call.number(FieldId::receive_level) == -31);
  CHECK(!call.end);
  CHECK(unknown_of(call) == "60=3");
  CHECK(ud("DIAG <2A4D3263 60=33 ").end == CallEnd::busy); // the blank tells that the value is whole
  CHECK(ud("DIAG <2A4D3263 60=33 ").cut);
  CHECK(unknown_of(ud("DIAG <2A4D3263 4=\"C1 4")) == "4=C1 4");
  CHECK(text_of(ud("DIAG <2A4D3263 4=\"C1 4\""), FieldId::v8_call_menu) == "C1 4");
  CHECK(ud("DIAG <2A4D3263 60=3DIAG <2A4D3263 1=3>").cut);
  CHECK(text_of(ud("DIAG <2A4D3263 60=3DIAG <2A4D3263 1=3>"), FieldId::heard) == "busy");
}

TEST_CASE("the rest of a line whose beginning was lost") {
  const auto call = ud("3263 10=1F 60=33>\nDIAG <2A4D3263 1=3>");
  CHECK(call.cut);
  CHECK(call.number(FieldId::receive_level) == -31);
  CHECK(call.end == CallEnd::busy);
  const auto inside = ud("0=3D 1=3>");
  CHECK(text_of(inside, FieldId::heard) == "busy");
  CHECK(!inside.find(FieldId::diagnostics_revision));
  for (const char* line : {"DIAG", "DIAG <", "DIAG <2A4D", "DIAG <2A4D3263", "dia"}) {
    CAPTURE(line);
    CHECK(ud(line).cut);
    CHECK(ud(line).empty());
  }
}

TEST_CASE("missing values are kept as missing, whatever follows") {
  CHECK(unknown_of(ud("DIAG <2A4D3263 10= 11=0C>")) == "10=");
  CHECK(ud("DIAG <2A4D3263 10= 11=0C>").number(FieldId::transmit_level) == -12);
  CHECK(unknown_of(ud("DIAG <2A4D3263 10=>")) == "10=");
  CHECK(unknown_of(ud("DIAG <2A4D3263 word 11=0C>")) == "word=");
  CHECK(unknown_of(ud("DIAG <2A4D3263 =5>")) == "=5");
  CHECK(ud("DIAG <2A4D3263>").empty());
  CHECK(ud("DIAG <2A4D3263 >").empty());
}

TEST_CASE("of keys that come twice the last counts") {
  const auto call = ud("DIAG <2A4D3263 60=33 1=3>\nDIAG <2A4D3263 60=2F 1=1>");
  CHECK(call.end == CallEnd::no_dialtone);
  CHECK(text_of(call, FieldId::heard) == "no_dialtone");
  CHECK(call.fields.size() == 1);
}

TEST_CASE("keys under a maker's own token are kept under it") {
  CHECK(unknown_of(ud("DIAG <5259091C 1=3 60=33>")) == "5259091C 1=3,5259091C 60=33");
  CHECK(!ud("DIAG <5259091C 1=3 60=33>").end);
}

TEST_CASE("other lines say nothing") {
  CHECK(ud("OK\nCONNECT 28800\n1=3\n60=33\n<VERSION=07>\n\n2A4D3263\xFF").empty());
}

TEST_CASE("the token is recognised where it is one") {
  CHECK(is_unimodem("DIAG <2A4D3263 1=3>"));
  CHECK(is_unimodem("  <2a4d3263>"));
  CHECK(!is_unimodem("DIAG <2A4D32634 1=3>"));
  CHECK(!is_unimodem("serial 2A4D3263"));
  CHECK(!is_unimodem(""));
}
