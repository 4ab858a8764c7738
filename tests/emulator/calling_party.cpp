#include "harness/emulator/calling_party.hpp"

#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using namespace std::chrono_literals;
using tests::Conversation;
using Answer = CallRecord::Answer;

namespace {

// A modem that is called, and what was seen of it.
struct Called {
  explicit Called(std::vector<IncomingCall> calls, Habits habits = Conversation::quiet_echo())
      : modem(std::move(habits)) {
    modem.modem().plug_into(std::make_unique<CallingParty>(std::move(calls), 6s, false, seen));
  }
  const CallRecord& call(std::size_t index = 0) { return seen->calls.at(index); }

  std::shared_ptr<CallsSeen> seen = std::make_shared<CallsSeen>();
  Conversation modem;
};

IncomingCall with(std::vector<IncomingCall::Turn> talk, Duration stays = 60s) {
  IncomingCall call;
  call.talk = std::move(talk);
  call.stays = stays;
  return call;
}

IncomingCall::Turn expects(std::string text, std::string says = {}, Duration within = 30s) {
  IncomingCall::Turn turn;
  turn.expects = std::move(text);
  turn.says = std::move(says);
  turn.within = within;
  return turn;
}

const std::string connect = "\r\nCARRIER 33600\r\n\r\nPROTOCOL: LAPM\r\n\r\nCOMPRESSION: V.42BIS\r\n\r\n"
                            "CONNECT 33600\r\n";

// RING, ATA, CONNECT.
void answer(Called& called) {
  called.modem.hears("AT\r");
  called.modem.says("\r\nOK\r\n");
  called.modem.says("\r\nRING\r\n").after(5s);
  called.modem.wait(1s);
  called.modem.hears("ATA\r");
  called.modem.says(connect).after(6s);
}

} // namespace

TEST_CASE("nobody calls a modem to which nothing was ever said, and whose port nobody has opened") {
  Called called({IncomingCall{}});
  called.modem.is_silent_for(10min);
  CHECK_FALSE(called.call().rang);
  called.modem.dtr(true);
  called.modem.says("\r\nRING\r\n").after(5s);
}

TEST_CASE("nobody calls a program that has closed the port, and DTR with it") {
  Called called({IncomingCall{}});
  called.modem.dtr(true);
  called.modem.wait(4s);
  called.modem.dtr(false);
  called.modem.hears("T"); // was on its way
  called.modem.is_silent_for(10min);
  called.modem.dtr(true);
  called.modem.says("\r\nRING\r\n").after(5s);
}

TEST_CASE("a call waits for peace: every byte that is said puts it off") {
  Called called({IncomingCall{}});
  called.modem.hears("AT\r");
  called.modem.says("\r\nOK\r\n");
  called.modem.is_silent_for(4s);
  called.modem.hears("A");
  called.modem.is_silent_for(4s);
  called.modem.hears("T\r");
  called.modem.says("\r\nOK\r\n");
  called.modem.says("\r\nRING\r\n").after(5s);
}

TEST_CASE("who is not answered rings so often, and gives up before the next ring") {
  IncomingCall call;
  call.rings = 3;
  Called called({call});
  called.modem.dtr(true);
  for (const auto at : {5s, 11s, 17s}) called.modem.says("\r\nRING\r\n").after(at);
  called.modem.is_silent_for(1h);
  CHECK(called.call().rings == 3);
  CHECK(called.call().rings_told == 3);
  CHECK_FALSE(called.call().answered);
  CHECK(called.seen->over == called.call().caller_left);
}

TEST_CASE("ATA answers, the talk goes its way, and the modem hangs up by ATH") {
  Called called({with({expects("login: ", "guest\r"), expects("bye")})});
  answer(called);
  CHECK(called.call().answer == Answer::by_command);
  CHECK(called.call().rings == 1);
  CHECK(called.modem.dcd());
  called.modem.wait(1s);
  called.modem.hears("welcome\r\nlogin: ");
  called.modem.says("guest\r").between(500ms, 600ms);
  called.modem.hears("bye");
  called.modem.wait(1500ms);
  CHECK(called.call().said_all);
  CHECK(called.call().received == "welcome\r\nlogin: bye");
  called.modem.hears("+++");
  called.modem.says("\r\nOK\r\n");
  called.modem.hears("ATH\r");
  called.modem.says("\r\nOK\r\n");
  CHECK(called.call().on_hook);
  CHECK(called.call().why == at::CallEnd::local_hangup);
  CHECK_FALSE(called.call().caller_left);
  CHECK(called.seen->over);
}

TEST_CASE("S0 answers by itself, at the ring that it names") {
  Called called({IncomingCall{}});
  called.modem.hears("ATS0=2\r");
  called.modem.says("\r\nOK\r\n");
  called.modem.says("\r\nRING\r\n\r\nRING\r\n" + connect).after(5s + 6s + 6s);
  CHECK(called.call().answer == Answer::by_itself);
  CHECK(called.call().rings == 2);
  CHECK(called.call().connected == called.modem.now());
}

TEST_CASE("a caller that goes is missed, and who lets go of the modem then is seen") {
  const bool by_command = GENERATE(false, true);
  Called called({with({}, 20s)});
  answer(called);
  called.modem.says("\r\nNO CARRIER\r\n").after(26s);
  CHECK(called.call().caller_left == called.modem.now());
  CHECK(called.call().why == at::CallEnd::far_hangup);
  CHECK_FALSE(called.call().let_go);
  called.modem.wait(3s);
  if (by_command)
    called.modem.hears("ATZ\r");
  else
    called.modem.dtr(false);
  CHECK(called.call().let_go == called.modem.now());
}

TEST_CASE("dropping DTR ends the call, and is known as the reason") {
  Called called({IncomingCall{}});
  answer(called);
  called.modem.dtr(false);
  called.modem.says("\r\nNO CARRIER\r\n");
  CHECK(called.call().why == at::CallEnd::dtr_dropped);
  CHECK_FALSE(called.call().caller_left);
}

TEST_CASE("a text that does not come ends the call, and is known") {
  Called called({with({expects("login: ", "guest\r", 8s), expects("bye")})});
  answer(called);
  called.modem.hears("logout: ");
  called.modem.says("\r\nNO CARRIER\r\n").after(8s);
  CHECK(called.call().unmet == 0U);
  CHECK_FALSE(called.call().said_all);
  CHECK(called.call().received == "logout: ");
}

TEST_CASE("a byte while the modems train ends the call") {
  Called called({IncomingCall{}});
  called.modem.dtr(true);
  called.modem.says("\r\nRING\r\n");
  called.modem.hears("ATA\r");
  called.modem.wait(1s);
  called.modem.hears("ATA\r");
  called.modem.says("\r\nNO CARRIER\r\n");
  CHECK(called.call().why == at::CallEnd::key_abort);
  CHECK_FALSE(called.call().connected);
  CHECK(called.seen->over);
}

TEST_CASE("calls follow each other, and a modem that is off hook is busy") {
  IncomingCall first;
  first.rings = 1;
  Called called({first, IncomingCall{}, IncomingCall{}});
  called.modem.dtr(true);
  called.modem.says("\r\nRING\r\n").after(5s);
  called.modem.wait(6s);
  called.modem.hears("ATH1\r");
  called.modem.says("\r\nOK\r\n");
  called.modem.wait(5s);
  CHECK(called.call(1).busy);
  called.modem.hears("ATH\r");
  called.modem.says("\r\nOK\r\n");
  called.modem.says("\r\nRING\r\n").after(5s);
  CHECK_FALSE(called.call(2).busy);
  CHECK_FALSE(called.seen->over);
}

TEST_CASE("an ATA that nobody waits for is counted, and makes the line busy") {
  Called called({IncomingCall{}});
  called.modem.hears("ATA\r");
  called.modem.says("\r\nNO CARRIER\r\n").after(50s);
  CHECK(called.seen->stray_answers == 1);
  CHECK(called.call().busy);
}

TEST_CASE("who dials into the ringing meets nobody, and the call has crossed") {
  Called called({IncomingCall{}});
  called.modem.dtr(true);
  called.modem.says("\r\nRING\r\n");
  called.modem.hears("ATX1DT5550176\r");
  called.modem.wait(1s);
  CHECK(called.call().crossed);
  CHECK_FALSE(called.call().answered);
  CHECK(called.seen->over);
}

TEST_CASE("caller ID names the caller") {
  IncomingCall call;
  call.number = "5550123";
  call.name = "SMITH";
  Called called({call});
  called.modem.hears("AT+VCID=1\r");
  called.modem.says("\r\nOK\r\n");
  const auto said = called.modem.listen(10s);
  CHECK_THAT(said, ContainsSubstring("NMBR = 5550123"));
  CHECK_THAT(said, ContainsSubstring("NAME = SMITH"));
}

TEST_CASE("a text longer than the line holds at once arrives whole, and then the caller goes") {
  IncomingCall::Turn turn;
  turn.says = std::string(4096, 'x');
  Called called({with({turn, turn, turn}, 0s)});
  answer(called);
  const auto said = called.modem.listen(10min);
  CHECK(std::ranges::count(said, 'x') == 3 * 4096);
  CHECK(said.ends_with("\r\nNO CARRIER\r\n"));
}

TEST_CASE("what a caller gets is kept up to a bound") {
  Called called({with({}, 10min)});
  answer(called);
  const std::string block(4096, 'y');
  for (int i = 0; i < 40; ++i) {
    called.modem.hears(block);
    called.modem.wait(2s);
  }
  CHECK(called.call().received.size() == heard_bytes_max);
}

TEST_CASE("a modem that says nothing any more is rung in vain") {
  IncomingCall call;
  call.rings = 2;
  Habits mute;
  mute.mute = true;
  Called called({call}, mute);
  called.modem.dtr(true);
  called.modem.wait(1min);
  CHECK(called.call().rang);
  CHECK(called.seen->over);
}
