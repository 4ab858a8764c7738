#include "harness/emulator/escape.hpp"

#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

constexpr const char* ok = "\r\nOK\r\n";

// In a call with the live line, past its greeting.
Conversation in_call(std::string_view set_up = "AT") {
  Conversation modem;
  modem.answers(set_up, ok);
  modem.connects();
  modem.says("\r\nlogin: ");
  modem.wait(2s);
  return modem;
}

} // namespace

TEST_CASE("+++ between two silences leaves data mode and keeps the call") {
  Conversation modem = in_call();
  modem.hears("+++").says("+++");
  modem.says(ok).after(1s);
  CHECK(modem.dcd());
  modem.answers("ATS7?", "\r\n050\r\n\r\nOK\r\n");
  modem.hears("ATO\r").says("\r\nCONNECT 33600\r\n");
  modem.hears("data").says("data");
}

TEST_CASE("+++ in pieces, as C-Kermit sends it") {
  Conversation modem = in_call();
  modem.hears("++").says("++");
  modem.wait(100ms);
  modem.hears("+").says("+");
  modem.says(ok).after(1s);
  modem.answers("ATQ0H0", ok);
  CHECK_FALSE(modem.dcd());
}

TEST_CASE("+++ without silence around it is data") {
  Conversation modem = in_call();
  SECTION("before") {
    modem.hears("x").says("x");
    modem.wait(900ms);
    modem.hears("+++").says("+++");
  }
  SECTION("behind") {
    modem.hears("+++").says("+++");
    modem.wait(900ms);
    modem.hears("ATH\r").says("ATH\r");
  }
  SECTION("between") {
    modem.hears("+").says("+");
    modem.wait(1100ms);
    modem.hears("++").says("++");
  }
  SECTION("four") { modem.hears("++++").says("++++"); }
  SECTION("inside a text") { modem.hears("a+++b").says("a+++b"); }
  modem.is_silent_for(20s);
  CHECK(modem.dcd());
}

TEST_CASE("S12 is the silence, S2 the character") {
  Conversation modem = in_call("ATS12=10S2=42");
  modem.hears("***").says("***");
  modem.says(ok).after(200ms);
}

TEST_CASE("S12=0 asks for no silence, and what comes behind is a command") {
  Conversation modem = in_call("ATS12=0");
  modem.hears("xy+++ATH\r").says("\r\nOK\r\n\r\nOK\r\n"); // the line's echo was still under way
  CHECK_FALSE(modem.dcd());
}

TEST_CASE("S2 above 127 means no escape") {
  Conversation modem = in_call("ATS2=128");
  modem.hears("+++").says("+++");
  modem.is_silent_for(10s);
  modem.hears("\x80\x80\x80").says("\x80\x80\x80");
  modem.is_silent_for(10s);
}

TEST_CASE("the far end may hang up while the modem is in command state") {
  Conversation modem = in_call();
  modem.hears("+++").says("+++");
  modem.says(ok);
  modem.says("\r\nNO CARRIER\r\n");
  CHECK_FALSE(modem.dcd());
  modem.answers("ATO", "\r\nNO CARRIER\r\n");
}

TEST_CASE("in a call no other call can be made") {
  Conversation modem = in_call();
  modem.hears("+++").says("+++");
  modem.says(ok);
  modem.answers("ATDT5550176", "\r\nERROR\r\n");
  modem.answers("ATA", "\r\nERROR\r\n");
  CHECK(modem.dcd());
  modem.answers("ATZ", ok);
  CHECK_FALSE(modem.dcd());
}
