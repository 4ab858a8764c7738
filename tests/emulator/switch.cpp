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
