#include "harness/emulator/switch.hpp"

#include "tests/emulator/bench.hpp"

using namespace dialbench;
using namespace dialbench::emulator;
using dialbench::tests::Bench;
using namespace std::chrono_literals;
using Hook = Modem::Hook;

TEST_CASE("a call rings, S0 answers, and both sides connect at one moment") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(b, "ATS0=2\r");
  bench.say(a, "ATDT5550202\r");
  REQUIRE(bench.hears(b, "RING\r\n"));
  CHECK(bench.now == 1s + 1s + 7 * 190ms);
  CHECK(b.modem->lines().ri);
  CHECK(b.modem->hook() == Hook::ringing);
  CHECK(a.modem->hook() == Hook::calling);
  REQUIRE(bench.hears(b, "RING\r\n"));
  REQUIRE(bench.hears(b, "CONNECT 33600\r\n"));
  const auto connected = bench.now;
  CHECK_FALSE(a.heard.find("CONNECT 33600\r\n") == std::string::npos);
  CHECK(connected == 1s + 1s + 7 * 190ms + 6s + 5s);
  CHECK(a.modem->lines().dcd);
  CHECK(b.modem->lines().dcd);
  CHECK(b.woken > 0);
}

TEST_CASE("ATA answers, data goes both ways, and either side hangs up") {
  const bool caller_hangs_up = GENERATE(false, true);
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(a, "ATDT5550202\r");
  REQUIRE(bench.hears(b, "RING\r\n"));
  bench.say(b, "ATA\r");
  REQUIRE(bench.hears(b, "CONNECT"));
  REQUIRE(bench.hears(a, "CONNECT"));
  bench.run(1s);
  a.heard.clear();
  b.heard.clear();
  bench.say(a, "hello");
  bench.say(b, "olleh");
  bench.run(1s);
  CHECK(a.heard == "olleh");
  CHECK(b.heard == "hello");
  auto& leaver = caller_hangs_up ? a : b;
  auto& other = caller_hangs_up ? b : a;
  other.heard.clear();
  bench.run(2s);
  bench.say(leaver, "+++");
  REQUIRE(bench.hears(leaver, "OK"));
  bench.say(leaver, "ATH\r");
  REQUIRE(bench.hears(other, "\r\nNO CARRIER\r\n"));
  CHECK_FALSE(other.modem->lines().dcd);
  CHECK(other.modem->hook() == Hook::on);
  CHECK(leaver.modem->hook() == Hook::on);
  bench.connect(b, a, "5550201");
}

TEST_CASE("the caller gives up, and the bell is silent") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(a, "ATS7=20DT5550202\r");
  REQUIRE(bench.hears(b, "RING"));
  REQUIRE(bench.hears(a, "NO ANSWER"));
  b.heard.clear();
  bench.run(60s);
  CHECK(b.heard.empty());
  CHECK_FALSE(b.modem->lines().ri);
  bench.say(b, "ATS7=5A\r");
  REQUIRE(bench.hears(b, "NO CARRIER"));
}

TEST_CASE("busy: off hook, in a call, ringing, and one's own number") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  auto& c = bench.add();
  std::string number = "5550202";
  SECTION("off hook") { bench.say(b, "ATH1\r"); }
  SECTION("in a call") { bench.connect(b, c, "5550203"); }
  SECTION("ringing") {
    bench.say(c, "ATDT5550202\r");
    REQUIRE(bench.hears(b, "RING"));
  }
  SECTION("one's own") { number = "5550201"; }
  bench.say(a, "ATDT" + number + "\r");
  REQUIRE(bench.hears(a, "BUSY"));
}

TEST_CASE("an unplugged modem rings on") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  b.modem->pull_plug(bench.now);
  bench.say(a, "ATDT5550202\r");
  REQUIRE(bench.hears(a, "NO ANSWER"));
}

TEST_CASE("below X3 a busy modem is no carrier") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(b, "ATH1\r");
  bench.say(a, "ATX2DT5550202\r");
  REQUIRE(bench.hears(a, "NO CARRIER"));
}

TEST_CASE("who dials while it rings meets the call: glare") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(a, "ATS7=30DT5550202\r");
  REQUIRE(bench.hears(b, "RING"));
  bench.say(b, "ATDT5550176\r");
  REQUIRE(bench.hears(b, "NO DIALTONE"));
  REQUIRE(bench.hears(a, "NO CARRIER"));
}

TEST_CASE("an abort while it rings ends the ringing") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(a, "ATDT5550202\r");
  REQUIRE(bench.hears(b, "RING"));
  bench.say(a, "\r");
  REQUIRE(bench.hears(a, "NO CARRIER"));
  b.heard.clear();
  bench.run(30s);
  CHECK(b.heard.empty());
}

TEST_CASE("data comes at the lower rate, and who sends faster is held") {
  Bench bench;
  Far slow;
  slow.rate = 2400;
  slow.error_control = slow.compression = "NONE";
  auto& a = bench.add();
  auto& b = bench.add(slow);
  bench.connect(a, b, "5550202");
  const auto began = bench.now;
  std::string sent;
  while (sent.size() < 10'000) {
    const std::string part(a.modem->room(), static_cast<char>('a' + sent.size() % 26));
    bench.say(a, part);
    sent += part;
    bench.run(100ms);
  }
  CHECK_FALSE(a.modem->lines().cts);
  while (b.heard.size() < sent.size() && bench.now < began + 1h) bench.run(1s);
  CHECK(b.heard == sent);
  const Duration expected(static_cast<Duration::rep>(sent.size()) * 10 * 1'000'000 / 2400);
  CHECK(bench.now - began >= expected);
  CHECK(bench.now - began <= expected + 1100ms);
}

namespace {

// How long so many bytes are on their way from one modem to the other.
Duration takes(Bench& bench, Bench::One& from, Bench::One& to, std::size_t bytes) {
  to.heard.clear();
  const auto began = bench.now;
  bench.say(from, std::string(bytes, 'x'));
  while (to.heard.size() < bytes && bench.now < began + 1h) bench.run(1ms);
  return bench.now - began;
}

Duration at_rate(unsigned bits_per_second, std::size_t bytes, unsigned bits_per_byte) {
  return Duration(static_cast<Duration::rep>(bytes * bits_per_byte * 1'000'000 / bits_per_second));
}

} // namespace

TEST_CASE("each direction has its own rate: the lower of what one sends and the other takes") {
  struct Row {
    const char* modulation;
    unsigned rate, rate_up;             // of the caller
    unsigned other_rate, other_rate_up; // of the other
    unsigned received, sent;            // by the caller
  };
  const auto row = GENERATE(values<Row>({{"V.90", 56000, 0, 33600, 53333, 53333, 33600},
                                         {"V.90", 56000, 31200, 28800, 56000, 56000, 28800},
                                         {"", 56000, 0, 33600, 53333, 53333, 33600},
                                         {"", 56000, 0, 56000, 0, 33600, 33600},
                                         {"", 14400, 0, 33600, 0, 14400, 14400},
                                         {"", 33600, 2400, 33600, 9600, 9600, 2400}}));
  CAPTURE(row.modulation, row.rate, row.rate_up, row.other_rate, row.other_rate_up);
  const bool answers = GENERATE(false, true);
  Bench bench;
  const auto far = [&](unsigned rate, unsigned rate_up) {
    Far link;
    link.modulation = row.modulation;
    link.rate = rate;
    link.rate_up = rate_up;
    link.error_control = link.compression = "NONE";
    return link;
  };
  auto& a = bench.add(far(row.rate, row.rate_up));
  auto& b = bench.add(far(row.other_rate, row.other_rate_up));
  for (auto* one : {&a, &b}) bench.say(*one, "AT+MR=1;W2\r");
  auto& caller = answers ? b : a;
  auto& callee = answers ? a : b;
  bench.say(callee, "ATS0=1\r");
  bench.say(caller, "ATDT" + std::string(answers ? "5550201" : "5550202") + "\r");
  const auto said = [](unsigned sent, unsigned received) {
    const auto both =
        sent == received ? std::to_string(sent) : std::to_string(sent) + ',' + std::to_string(received);
    return "+MRR: " + both + "\r\n";
  };
  CHECK(bench.hears(a, said(row.sent, row.received)));
  CHECK(bench.hears(b, said(row.received, row.sent)));
  REQUIRE(bench.hears(a, "CONNECT " + std::to_string(row.received)));
  REQUIRE(bench.hears(b, "CONNECT " + std::to_string(row.sent)));
  bench.run(1s);
  constexpr std::size_t bytes = 120;
  const auto up = takes(bench, a, b, bytes);
  const auto down = takes(bench, b, a, bytes);
  CHECK(up >= at_rate(row.sent, bytes, 10));
  CHECK(up <= at_rate(row.sent, bytes, 10) + 2ms);
  CHECK(down >= at_rate(row.received, bytes, 10));
  CHECK(down <= at_rate(row.received, bytes, 10) + 2ms);
}

TEST_CASE("V.23 is slow from who calls, and fast from who answers, whichever of both asks for it") {
  const bool caller_asks = GENERATE(false, true);
  Bench bench;
  auto& caller = bench.add();
  auto& callee = bench.add();
  for (auto* one : {&caller, &callee}) bench.say(*one, "AT+MR=1;W2\r");
  bench.say(caller_asks ? caller : callee, "AT+MS=V23C,0\r");
  bench.say(callee, "ATS0=1\r");
  bench.say(caller, "ATDT5550202\r");
  CHECK(bench.hears(caller, "+MCR: V23C\r\n\r\n+MRR: 75,1200\r\n"));
  CHECK(bench.hears(callee, "+MCR: V23C\r\n\r\n+MRR: 1200,75\r\n"));
  REQUIRE(bench.hears(caller, "CONNECT 75TX/1200RX\r\n"));
  REQUIRE(bench.hears(callee, "CONNECT 1200TX/75RX\r\n"));
  bench.run(1s);
  constexpr std::size_t bytes = 120; // ten bits each: V.42 is not for V.23
  const auto up = takes(bench, caller, callee, bytes);
  const auto down = takes(bench, callee, caller, bytes);
  CHECK(up >= at_rate(75, bytes, 10));
  CHECK(up <= at_rate(75, bytes, 10) + 2ms);
  CHECK(down >= at_rate(1200, bytes, 10));
  CHECK(down <= at_rate(1200, bytes, 10) + 2ms);
}

TEST_CASE("V.90 between two subscribers is V.34, and with a provider's end it is V.90") {
  const bool provider = GENERATE(false, true);
  Bench bench;
  Far fast;
  fast.modulation = "V.90";
  fast.rate = 56000;
  Far other = fast;
  if (provider) {
    other.rate = 33600;
    other.rate_up = 56000;
  }
  auto& a = bench.add(fast);
  auto& b = bench.add(other);
  bench.say(a, "AT+MR=1\r");
  bench.say(b, "ATS0=1\r");
  bench.say(a, "ATDT5550202\r");
  CHECK(bench.hears(a, provider ? "+MCR: V90" : "+MCR: V34"));
}

TEST_CASE("what the far end said while we were in command state does not come out when the call ends") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.connect(a, b, "5550202");
  bench.run(2s);
  bench.say(a, "+++");
  REQUIRE(bench.hears(a, "OK"));
  bench.say(b, "\r\nBUSY\r\n");
  bench.run(2s);
  b.modem->set_dtr(false, bench.now);
  bench.run(10s);
  CHECK(a.heard.find("NO CARRIER") != std::string::npos);
  CHECK(a.heard.find("BUSY") == std::string::npos);
}

TEST_CASE("what +MS leaves of a direction is its pace, and both ends name it") {
  struct Row {
    const char* command;
    unsigned received, sent;
  };
  const auto row = GENERATE(values<Row>({{"AT+MS=V34,1,300,4800,300,33600", 33600, 4800},
                                         {"AT+MS=V34,1,300,33600,300,4800", 4800, 33600},
                                         {"AT+MS=V34,1,300,4800,300,4800", 4800, 4800},
                                         {"AT+MS=V32B", 14400, 14400}}));
  CAPTURE(row.command);
  const bool answers = GENERATE(false, true);
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  for (auto* one : {&a, &b}) bench.say(*one, "AT+MR=1\r");
  bench.say(a, row.command + std::string("\r"));
  a.heard.clear();
  auto& caller = answers ? b : a;
  bench.say(answers ? a : b, "ATS0=1\r");
  bench.say(caller, "ATDT" + std::string(answers ? "5550201" : "5550202") + "\r");
  const auto modulation = std::string("+MCR: V3") + (row.received == 14400 ? "2B" : "4");
  CHECK(bench.hears(a, modulation));
  CHECK(bench.hears(b, modulation));
  REQUIRE(bench.hears(a, "CONNECT " + std::to_string(row.received)));
  REQUIRE(bench.hears(b, "CONNECT " + std::to_string(row.sent)));
  bench.run(1s);
  constexpr std::size_t bytes = 120;
  CHECK(takes(bench, a, b, bytes) <= at_rate(row.sent, bytes, 8) + 2ms);
  CHECK(takes(bench, a, b, bytes) >= at_rate(row.sent, bytes, 8));
  CHECK(takes(bench, b, a, bytes) <= at_rate(row.received, bytes, 8) + 2ms);
  CHECK(takes(bench, b, a, bytes) >= at_rate(row.received, bytes, 8));
}

TEST_CASE("without error control a byte has ten bits, whichever end wants none") {
  const bool asks = GENERATE(false, true);
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(asks ? a : b, "AT\\N0\r");
  bench.connect(a, b, "5550202");
  constexpr std::size_t bytes = 1000;
  CHECK(takes(bench, a, b, bytes) >= at_rate(33600, bytes, 10));
  CHECK(takes(bench, b, a, bytes) >= at_rate(33600, bytes, 10));
}

TEST_CASE("a computer that reads nothing holds the far one, and loses nothing") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.connect(a, b, "5550202");
  b.reads = false;
  std::string sent;
  for (int i = 0; i < 1000; ++i) {
    const std::string part(std::min<std::size_t>(a.modem->room(), 500), 'x');
    bench.say(a, part);
    sent += part;
    bench.run(100ms);
  }
  CHECK(a.modem->room() == 0);
  b.reads = true;
  bench.run(1s); // its computer empties the buffer, and the line goes on
  bench.run(100s);
  CHECK(b.heard.size() == sent.size());
  CHECK(b.heard == sent);
}

TEST_CASE("the last bytes come before NO CARRIER") {
  Bench bench;
  Far slow;
  slow.rate = 300;
  auto& a = bench.add(slow);
  auto& b = bench.add();
  bench.say(a, "AT&D2\r");
  bench.connect(a, b, "5550202");
  const std::string last(500, 'z');
  bench.say(a, last);
  a.modem->set_dtr(false, bench.now);
  REQUIRE(bench.hears(b, last + "\r\nNO CARRIER\r\n"));
}

TEST_CASE("without error control the loss of the carrier is seen after S10") {
  Bench bench;
  Far plain;
  plain.error_control = "NONE";
  auto& a = bench.add(plain);
  auto& b = bench.add();
  bench.say(b, "ATS10=50\r");
  bench.connect(a, b, "5550202");
  const auto left = bench.now;
  a.modem->set_dtr(false, bench.now);
  REQUIRE(bench.hears(b, "NO CARRIER"));
  CHECK(bench.now == left + 50ms + 5s); // S25 of the one, S10 of the other
}

TEST_CASE("what comes while the modem is in command state waits for ATO") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.connect(a, b, "5550202");
  bench.run(2s);
  bench.say(b, "+++");
  REQUIRE(bench.hears(b, "OK"));
  bench.run(1s);
  b.heard.clear();
  bench.say(a, "meanwhile");
  bench.run(5s);
  CHECK(b.heard.empty());
  bench.say(b, "ATO\r");
  REQUIRE(bench.hears(b, "CONNECT 33600\r\nmeanwhile"));
}

TEST_CASE("a plug that is pulled ends the call for the other, and a modem that is gone is not called") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.connect(a, b, "5550202");
  SECTION("pulled") { b.modem->pull_plug(bench.now); }
  SECTION("gone") { b.modem.reset(new Modem(embedded_exchange())); }
  SECTION("dropped by the exchange") { b.modem->drop_line(bench.now); }
  REQUIRE(bench.hears(a, "NO CARRIER"));
  CHECK(a.modem->hook() == Hook::on);
}

TEST_CASE("a call that is dropped while it rings or trains leaves nobody behind") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(a, "ATDT5550202\r");
  REQUIRE(bench.hears(b, "RING"));
  SECTION("ringing") {
    a.modem->drop_line(bench.now);
    REQUIRE(bench.hears(a, "NO CARRIER"));
  }
  SECTION("training, by the caller") {
    bench.say(b, "ATA\r");
    bench.run(1s);
    bench.say(a, "\r");
    REQUIRE(bench.hears(a, "NO CARRIER"));
    REQUIRE(bench.hears(b, "NO CARRIER"));
  }
  SECTION("training, by the one who answered") {
    bench.say(b, "ATA\r");
    bench.run(1s);
    bench.say(b, "\r");
    REQUIRE(bench.hears(a, "NO CARRIER"));
  }
  bench.run(1min);
  CHECK(a.modem->hook() == Hook::on);
  CHECK(b.modem->hook() == Hook::on);
  bench.connect(b, a, "5550201");
}

TEST_CASE("the number is found behind a prefix, and other numbers are the exchange's") {
  Bench bench;
  auto& a = bench.add();
  auto& b = bench.add();
  bench.say(a, "ATDT9,555-0202\r");
  REQUIRE(bench.hears(b, "RING"));
  bench.say(a, "\r");
  bench.run(1s);
  bench.say(a, "ATDT5550176\r");
  REQUIRE(bench.hears(a, "BUSY"));
}

TEST_CASE("caller ID names the one who calls") {
  Bench bench;
  Habits habits = tests::Conversation::quiet_echo();
  habits.caller_id = true;
  auto& a = bench.add();
  auto& b = bench.add({}, habits);
  bench.say(a, "ATDT5550202\r");
  REQUIRE(bench.hears(b, "RING\r\n"));
  REQUIRE(bench.hears(b, "NMBR = 5550201\r\n"));
  REQUIRE(bench.hears(b, "NAME = BENCH 1\r\n"));
}

TEST_CASE("two modems agree on what both can do") {
  Far one;
  Far other;
  one.rate = 14400;
  one.modulation = "V.32B";
  other.compression = "CLASS 5";
  other.after = 9s;
  const Far link = agree(one, other);
  CHECK(link.rate == 14400);
  CHECK(link.modulation == "V.32B");
  CHECK(link.error_control == "LAPM");
  CHECK(link.compression == "NONE");
  CHECK(link.after == 9s);
  other.error_control = "NONE";
  other.compression = one.compression;
  CHECK(agree(one, other).compression == "NONE");
}
