#include "harness/exchange/read.hpp"

#include "tests/catch.hpp"

#include <iterator>

using namespace dialbench;
using namespace std::chrono_literals;

namespace {

exchange::File file_of(std::string_view text) {
  auto read = exchange::read(text, "x.toml");
  if (!read)
    for (const auto& fault : read.error()) UNSCOPED_INFO(script::shown(fault));
  REQUIRE(read);
  return std::move(read).value();
}

std::vector<script::Fault> faults_of(std::string_view text) {
  const auto read = exchange::read(text, "x.toml");
  REQUIRE_FALSE(read);
  return read.error();
}

} // namespace

TEST_CASE("an empty file is the built-in exchange with modems of its own numbers") {
  const auto file = file_of("");
  CHECK(file.exchange.at("5550176").kind == emulator::Far::Kind::busy);
  CHECK(file.highest() == 1);
  CHECK(file.modem(1).subscriber.self.number == "5550201");
  CHECK(file.modem(1000).subscriber.self.number == "5551200");
}

TEST_CASE("numbers, the line and the modems are read, in whatever order they stand") {
  const auto file = file_of(R"(
[modem.2]
number = "555-7002"
name = "TWO"
rate = 2400
rate_up = 1200
training = "1s"
pulse_only = true
caller_id = true

[modem]
echo = false
error_control = "NONE"

[exchange]
ring_cycle = "5s"
dial_tone = "stutter"
stutter = "2s"
outside_line = "9"
blacklist = "nz"

[line.4711]
kind = "reorder"
after = "2s"

["line"."(555) 0123"]
kind = "scripted"
says = [{ after = "1s", bytes = "BUSY" }]

[line.other]
kind = "intercept"
)");
  CHECK(file.exchange.ring_cycle == 5s);
  CHECK(file.exchange.line.outside_line == "9");
  CHECK(file.exchange.line.blacklist == emulator::BlacklistRule::nz);
  CHECK(file.exchange.at("4711").kind == emulator::Far::Kind::reorder);
  CHECK(file.exchange.at("5550123").says.at(0).bytes == "BUSY");
  CHECK(file.exchange.at("1").kind == emulator::Far::Kind::intercept);
  CHECK(file.highest() == 2);
  const auto one = file.modem(1);
  const auto two = file.modem(2);
  CHECK_FALSE(one.habits.echo);
  CHECK_FALSE(one.line);
  CHECK_FALSE(two.habits.echo);
  CHECK(two.habits.caller_id);
  CHECK(two.subscriber.self.number == "5557002");
  CHECK(two.subscriber.self.name == "TWO");
  CHECK(two.subscriber.link.rate == 2400);
  CHECK(two.subscriber.link.rate_up == 1200);
  CHECK(two.subscriber.link.after == 1s);
  CHECK(two.subscriber.link.error_control == "NONE");
  REQUIRE(two.line);
  CHECK(two.line->pulse_only);
  CHECK(two.line->outside_line == "9");
}

TEST_CASE("everything that is wrong is told at once, in the order of the lines") {
  const auto faults = faults_of(R"([exchange]
ring_cycle = "0s"
ring_cycel = 5

[line.5550123]
kind = "bussy"
after = "5 x"
rings = -1
[line.abc]
kind = "busy"

[modem]
ehco = true
[modem.0]
[modem.2]
number = "x"
rate = 0

[spam]
)");
  std::vector<std::string> told;
  for (const auto& fault : faults)
    told.push_back(std::to_string(fault.place.line) + ':' + std::to_string(fault.place.column));
  CHECK(told == std::vector<std::string>{"2:14", "3:1", "6:8", "7:9", "8:9", "9:7", "13:1", "14:8", "16:10",
                                         "17:8", "19:2"});
  for (const auto& fault : faults) {
    CAPTURE(script::shown(fault));
    CHECK(fault.file == "x.toml");
    CHECK_FALSE(fault.found.empty());
    CHECK_FALSE(fault.expected.empty());
  }
}

TEST_CASE("a number leads to one end") {
  CHECK(faults_of("[modem.1]\nnumber=\"1\"\n[modem.2]\nnumber=\"1\"\n").size() == 1);
  CHECK(faults_of("[line.5550201]\nkind=\"busy\"\n").size() == 1);
  CHECK(faults_of("[line.5550123]\n[line.\"555-0123\"]\n").size() == 1);
}

TEST_CASE("no TOML, and TOML of another kind, is a fault and not an accident") {
  const auto* const text =
      GENERATE("[", "line", "line = 1", "modem = []", "exchange = \"x\"", "line = [1]", "[line]\n5 = 5",
               "\"\" = 1", "[modem.\"\"]", "[modem.1001]", "[modem.99999999999]", "[modem.01]",
               "[modem]\nrefuses = [[1]]", "[line.1]\nsays = [1]", "[line.1]\nsays = [{x = 1}]",
               "[line.1]\nkind = 1979-05-27", "[modem.1]\nname = \"\\u0007\"", "[line.\"\"]",
               "[exchange]\ndial_tone_after = \"9999h\"", "[exchange]\noutside_line = \"x\"",
               "[exchange]\nblacklist = \"xx\"", "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r=1",
               "[modem.2]\n[modem.2]", "[line.123456789012345678901234567890123]");
  CAPTURE(text);
  for (const auto& fault : faults_of(text)) CHECK(fault.place.line >= 1);
}

TEST_CASE("a NUL byte and a thousand faults are bounded") {
  const char nul[] = "a = 1\nb\0c = 2";
  const auto faults = faults_of({nul, std::size(nul) - 1});
  CHECK(faults.at(0).place.line == 2);
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "k" + std::to_string(i) + " = 1\n";
  CHECK(faults_of(text).size() == 100);
}

TEST_CASE("a whole number is seconds, wherever a time is wanted") {
  const auto file = file_of("[exchange]\nring_cycle = 5\ndial_tone_after = 0\n[line.5]\nafter = 7\n");
  CHECK(file.exchange.ring_cycle == 5s);
  CHECK(file.exchange.dial_tone_after == 0s);
  CHECK(file.exchange.at("5").after == 7s);
  for (const auto* wrong : {"61", "-1", "0", "true", "1.5", "[5]"}) {
    CAPTURE(wrong);
    const auto faults = faults_of("[exchange]\nring_cycle = " + std::string(wrong) + "\n");
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].place.line == 2);
    CHECK(faults[0].place.column == 14);
    CHECK(faults[0].expected == "a duration from 1ms to 60s: 6s");
  }
}

TEST_CASE("what is not understood is shown as it stands there") {
  const auto found = [](const std::string& text) { return faults_of(text).at(0).found; };
  CHECK(found("[line.5]\nkind = \"BUSSY\"\n") == "kind = \"BUSSY\" is not understood");
  CHECK(found("[line.5]\nrate = -3\n") == "rate = -3 is not understood");
  CHECK(found("[line.5]\nlive = 7\n") == "live = 7 is not understood");
  CHECK(found("[line.5]\nkind = \"\\u001b[2J\"\n") == "kind = \"\\x1b[2J\" is not understood");
}

TEST_CASE("what is said may hold any byte, texts and numbers in a list") {
  const auto file = file_of(R"(
[line.5]
kind = "scripted"
says = [{ bytes = ["B", 0x80, "USY", 0, 255] }, { bytes = [] }]
[line.6]
greeting = ["login: ", 0xff]
[line.7]
greeting = "a\\x80\u0080"
)");
  using namespace std::string_literals;
  CHECK(file.exchange.at("5").says.at(0).bytes == "B\x80USY\0\xff"s);
  CHECK(file.exchange.at("5").says.at(1).bytes.empty());
  CHECK(file.exchange.at("6").greeting == "login: \xff");
  CHECK(file.exchange.at("7").greeting == "a\\x80\xc2\x80");
  for (const auto* wrong : {"[256]", "[-1]", "[\"x\", true]", "[1.0]", "[[1]]", "[{}]"}) {
    CAPTURE(wrong);
    const auto faults =
        faults_of("[line.5]\nkind = \"scripted\"\nsays = [{ bytes = " + std::string(wrong) + " }]\n");
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].place.line == 3);
    CHECK_THAT(faults[0].expected, ContainsSubstring("0 to 255"));
  }
  std::string long_one = "[line.5]\ngreeting = [";
  for (int i = 0; i < 5000; ++i) long_one += "1,";
  CHECK(faults_of(long_one + "]\n").size() == 1);
}
