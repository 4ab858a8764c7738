#include "harness/emulator/modem.hpp"

#include "harness/emulator/outbox.hpp"
#include "tests/emulator/conversation.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Conversation;
using namespace std::chrono_literals;

namespace {

constexpr const char* ok = "\r\nOK\r\n";
constexpr const char* no_carrier = "\r\nNO CARRIER\r\n";
constexpr const char* ring = "\r\nRING\r\n";

Conversation online(std::string_view set_up = "AT") {
  Conversation modem;
  modem.answers(set_up, ok);
  modem.connects("5550100");
  return modem;
}

} // namespace

TEST_CASE("lines of an idle modem") {
  Conversation modem;
  const auto lines = modem.modem().lines();
  CHECK(lines.dsr);
  CHECK(lines.cts);
  CHECK_FALSE(lines.dcd);
  CHECK_FALSE(lines.ri);
  modem.answers("AT&C0", ok);
  CHECK(modem.dcd());
}

TEST_CASE("DTR hangs up by &D") {
  SECTION("&D2") {
    Conversation modem = online();
    modem.dtr(false);
    modem.says(no_carrier);
    CHECK_FALSE(modem.dcd());
    modem.dtr(true);
    modem.answers("AT", ok);
  }
  SECTION("&D0") {
    Conversation modem = online("AT&D0");
    modem.dtr(false);
    modem.is_silent_for(5s);
    CHECK(modem.dcd());
  }
  SECTION("&D1") {
    Conversation modem = online("AT&D1");
    modem.dtr(false);
    modem.says(ok);
    CHECK(modem.dcd());
    modem.answers("ATH", ok);
    CHECK_FALSE(modem.dcd());
  }
  SECTION("&D3") {
    Conversation modem = online("AT&D3S8=7");
    modem.dtr(false);
    modem.says(no_carrier);
    modem.answers("ATS8?", "\r\n002\r\n\r\nOK\r\n");
  }
  SECTION("while dialling") {
    Conversation modem;
    modem.hears("ATDT5550178\r");
    modem.wait(10s);
    modem.dtr(false);
    modem.says(no_carrier).after(50ms); // S25
    modem.is_silent_for(100s);
  }
  SECTION("idle, nothing is said") {
    Conversation modem;
    modem.dtr(false);
    modem.is_silent_for(5s);
  }
}

TEST_CASE("data to a far end that does not echo is gone") {
  Conversation modem = online();
  modem.hears("AT\r").is_silent_for(10s);
}

TEST_CASE("an incoming call rings, and ATA answers it") {
  Conversation modem;
  Far caller;
  caller.live = true;
  caller.after = 10s;
  modem.rings(3, caller);
  modem.says(ring).after(0s);
  CHECK(modem.modem().lines().ri);
  modem.is_silent_for(2s);
  CHECK_FALSE(modem.modem().lines().ri);
  modem.says(ring).after(6s);
  modem.hears("ATX0A\r").says("\r\nCONNECT\r\n").after(10s);
  modem.hears("hello").says("hello").after(1191us); // five bytes at 33600 bit/s
}

TEST_CASE("what a live line echoes comes at the line's rate, whichever way is the slower") {
  Exchange exchange;
  exchange.other.live = true;
  exchange.other.rate = 2400;
  exchange.other.error_control = exchange.other.compression = "NONE";
  exchange.numbers["2"] = exchange.other;
  exchange.numbers["2"].rate = 33600;
  exchange.numbers["2"].rate_up = 2400;
  const auto* const number = GENERATE("1", "2");
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATX0DT" + std::string(number) + "\r").says("\r\nCONNECT\r\n");
  const std::string text(240, 'x');
  modem.hears(text).says(text).after(1s); // ten bits a byte
}

TEST_CASE("a live line holds who sends faster, and loses nothing") {
  Exchange exchange;
  exchange.other.live = true;
  exchange.other.rate = 1200;
  Modem modem(exchange);
  modem.receive("ATE0X0DT1\r", 0s);
  modem.tick(60s);
  modem.taken(modem.output().size());
  std::string sent, echoed;
  for (int i = 0; i < 600; ++i) {
    const std::string part(std::min<std::size_t>(modem.room(), 50'000 - sent.size()),
                           static_cast<char>('a' + i % 26));
    modem.receive(part, 60s + i * 1s);
    sent += part;
    echoed += modem.output();
    modem.taken(modem.output().size());
  }
  CHECK(sent.size() == 50'000);
  CHECK(echoed == sent);
}

TEST_CASE("what a live line has under way in command state waits for ATO, and is gone with the call") {
  Exchange exchange;
  exchange.other.live = true;
  exchange.other.rate = 300;
  Conversation modem{Conversation::quiet_echo(), exchange};
  modem.hears("ATX0S12=1DT1\r").says("\r\nCONNECT\r\n");
  modem.wait(1s);
  modem.hears(std::string(30, 'x'));
  modem.wait(500ms);
  CHECK(modem.listen(0s) == std::string(15, 'x'));
  modem.hears("+++");
  CHECK(modem.listen(20ms) == "\r\nOK\r\n");
  modem.is_silent_for(10s);
  SECTION("ATO") {
    modem.hears("ATO\r").says("\r\nCONNECT\r\n");
    CHECK(modem.listen(1s) == std::string(15, 'x') + "+++");
  }
  SECTION("ATH") {
    modem.hears("ATH\r").says("\r\nOK\r\n");
    modem.is_silent_for(10s);
  }
}

TEST_CASE("a caller leaves after its rings") {
  Conversation modem;
  modem.rings(2);
  modem.says("\r\nRING\r\n\r\nRING\r\n");
  modem.is_silent_for(6s);
  modem.hears("ATA\r").says(no_carrier).after(50s);
}

TEST_CASE("S0 answers by itself, S1 counts") {
  Conversation modem;
  modem.answers("ATS0=2X0", ok);
  modem.rings(5);
  modem.says(ring);
  modem.answers("ATS1?", "\r\n001\r\n\r\nOK\r\n");
  modem.says("\r\nRING\r\n\r\nCONNECT\r\n");
  CHECK(modem.dcd());
}

TEST_CASE("S0 answers without DTR where the modem does not heed it") {
  const std::string setting = GENERATE("&D0", "&D1");
  Conversation modem;
  modem.answers("ATX0S0=1" + setting, ok);
  modem.dtr(false);
  modem.rings(2);
  modem.says("\r\nRING\r\n\r\nCONNECT\r\n");
}

TEST_CASE("S0 does not answer while DTR is off") {
  const std::string setting = GENERATE("&D2", "&D3");
  Conversation modem;
  modem.answers("ATS0=1" + setting, ok);
  modem.dtr(false);
  modem.rings(2);
  modem.says("\r\nRING\r\n\r\nRING\r\n");
  modem.is_silent_for(30s);
}

TEST_CASE("who calls a modem in a call finds it busy") {
  Conversation modem = online();
  modem.rings(5);
  modem.is_silent_for(60s);
}

TEST_CASE("ATA without a caller, and the byte that ends it") {
  Conversation modem;
  modem.hears("ATA\r").says(no_carrier).after(50s);
  modem.hears("ATA\r");
  modem.wait(1s);
  modem.hears("\r").says(no_carrier).after(0s);
}

TEST_CASE("a tick that comes late finds everything said in its order") {
  Conversation modem;
  modem.hears("ATDT5550101\r");
  modem.wait(10min);
  const std::string said = modem.listen(0s);
  CHECK_THAT(said, ContainsSubstring("CONNECT 33600\r\n\r\nlogin: \r\nNO CARRIER\r\n"));
}

TEST_CASE("what nobody takes is bounded, and CTS says so") {
  Exchange exchange;
  exchange.other.live = true;
  Modem modem(exchange);
  modem.receive("ATX0DT1\r", 0s);
  modem.tick(60s);
  CHECK(modem.lines().cts);
  for (int i = 0; i < 1000; ++i) modem.receive(std::string(1000, 'x'), 60s + i * 1s);
  CHECK(modem.output().size() == output_bytes_max);
  CHECK(modem.room() == 0);
  CHECK_FALSE(modem.lines().cts);
  modem.taken(modem.output().size());
  modem.tick(1100s);
  CHECK(modem.lines().cts);
}

TEST_CASE("a modem may be moved") {
  Modem one(embedded_exchange());
  one.receive("AT", 0s);
  Modem two = std::move(one);
  two.receive("\r", 0s);
  CHECK(two.output() == "AT\r\r\nOK\r\n");
}

TEST_CASE("random bytes never stop the modem") {
  unsigned state = 12345;
  const auto next = [&state] { return (state = state * 1664525 + 1013904223) >> 24; };
  Modem modem(embedded_exchange());
  Time now{};
  const char* pieces[] = {"AT", "at", "A/", "D",       "S", "=",   "?",  "+",
                          "\r", "\b", ";",  "5550101", "&", "+++", "\"", "H"};
  for (int i = 0; i < 20'000; ++i) {
    const unsigned pick = next();
    if (pick < 200)
      modem.receive(pieces[pick % std::size(pieces)], now);
    else
      modem.receive(std::string(1, static_cast<char>(next())), now);
    now += std::chrono::milliseconds(next() * (pick % 7));
    modem.taken(next() * 10);
  }
  modem.taken(modem.output().size());
  modem.power_on(now);
  modem.receive("AT&F\r", now);
  CHECK_THAT(std::string(modem.output()), ContainsSubstring("OK"));
}
