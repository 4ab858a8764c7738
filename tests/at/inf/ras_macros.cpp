#include "at/inf/ras_macros.hpp"

#include "tests/catch.hpp"

using namespace dialbench::at::inf;

namespace {

struct Fixture {
  RasMacros macros;
  std::string complaints;
  Complain complain = [this](int code, const std::string&) { complaints += std::to_string(code) + " "; };
  Fixture() {
    macros.values = {
        {"speaker_on", "M1"}, {"speaker_off", "M0"}, {"protocol_on", "\\\\N7"}, {"dial", "AT<h44>"}};
  }
  std::string command(std::string_view text) { return ras_command(text, macros, complain); }
  RasText response(std::string_view text) { return ras_response(text, macros, complain); }
};

} // namespace

TEST_CASE("commands have their macros replaced, switched off where DEFAULTOFF says so") {
  Fixture f;
  CHECK(f.command("AT&F<speaker><SPEAKER><cr>") == "AT&FM1M1\r");
  f.macros.off.insert("speaker");
  CHECK(f.command("AT<speaker><cr>") == "ATM0\r");
  CHECK(f.command("<dial><phonenumber><cr>") == "ATD<phonenumber>\r");
  CHECK(f.command("AT\\\\N7\\J<<x") == "AT\\N7\\J<x");
  CHECK(f.complaints.empty());
}

TEST_CASE("macros that are not there are complained of by their codes") {
  Fixture f;
  CHECK(f.command("AT<volume>") == "AT<volume>");
  CHECK(f.complaints == "654 ");
  CHECK(f.command("AT<protocol>") == "AT\\N7");
  CHECK(f.complaints == "654 653 ");
  CHECK(f.command("AT< cr>") == "AT< cr>");
  CHECK(f.complaints == "654 653 654 ");
}

TEST_CASE("a command has an end") {
  Fixture f;
  f.macros.values["big"] = std::string(1000, 'x');
  CHECK(f.command("<big><big><big>").size() <= command_bytes_max);
  CHECK(f.complaints == "700 ");
}

TEST_CASE("a response is taken as far as it is certain") {
  Fixture f;
  CHECK(f.response("<cr><lf>OK<cr><lf>").text == "\r\nOK\r\n");
  CHECK(!f.response("<cr><lf>OK<cr><lf>").open);
  const RasText rate = f.response("<cr><lf>CONNECT <carrierbps>/ARQ<cr><lf>");
  CHECK(rate.text == "\r\nCONNECT ");
  CHECK(rate.open);
  CHECK(rate.pattern == "\r\nCONNECT <carrierbps>/ARQ\r\n");
  CHECK(f.response("<cr><lf>OK<cr><lf>").pattern.empty());
  CHECK(f.response("A<<<ignore>B<message>").pattern == "A<<<ignore>B<ignore>");
  CHECK(f.response("<match>\"LINE BUSY\"").pattern == "<ignore>LINE BUSY<ignore>");
  CHECK(f.response("<cr><lf>CARRIER<ignore>").text == "\r\nCARRIER");
  CHECK(f.response("<cr><lf><match>\"LINE BUSY\"").text == "LINE BUSY");
  CHECK(f.response("<match>\"A\\\\B\"").open);
  CHECK(f.response("RING<?>").text == "RING");
  CHECK(f.response("A<append>B").text == "AB");
  CHECK(f.complaints.empty());
}

TEST_CASE("responses that are not written well are complained of") {
  Fixture f;
  CHECK(f.response("<match>LINE BUSY").open);
  CHECK(f.complaints == "698 ");
  CHECK(f.response("<cr ><lf>OK").text == "<cr >\nOK");
  CHECK(f.complaints == "698 698 ");
  CHECK(f.response("OK<lf").text == "OK<lf");
  CHECK(f.complaints == "698 698 698 ");
  CHECK(f.response("<unknown>OK").text == "OK");
  CHECK(f.complaints == "698 698 698 654 ");
}
