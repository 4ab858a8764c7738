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

TEST_CASE("a rate that the modulation does not have is told where it stands") {
  struct Row {
    const char* text;
    const char* place; // empty: there is nothing wrong
    const char* expected;
  };
  const auto row = GENERATE(values<Row>({
      {"[line.5]\nmodulation = \"V.21\"\nrate = 33600\n", "3:8", "a rate of V.21, 300 bit/s"},
      {"[line.5]\nrate = 56000\nmodulation = \"V.34\"\n", "2:8", "a rate of V.34, 2400 to 33600 bit/s"},
      {"[line.5]\nrate = 33600\nrate_up = 1\nmodulation = \"V.34\"\n", "3:11", "V.34, 2400 to 33600"},
      {"[line.5]\nrate = 56001\n", "2:8", "a rate, 1 to 56000 bit/s"},
      {"[line.5]\nrate_up = 999999\n", "2:11", "a rate, 1 to 56000 bit/s"},
      {"[line.5]\nrate = \"64000\"\n", "2:8", "a rate, 1 to 56000 bit/s"},
      {"[line.5]\nmodulation = \"V.23\"\nrate = 75\nrate_up = 75\n", "3:8", "75 up and 1200 down"},
      {"[line.5]\nmodulation = \"V.23\"\nrate = 1200\nrate_up = 1200\n", "4:11", "75 up and 1200 down"},
      {"[line.5]\nrate = 1200\nrate_up = 75\n", "", ""},
      {"[line.5]\nmodulation = \"V.23\"\nrate = 600\n", "3:8", "75 up and 1200 down"},
      {"[modem]\nmodulation = \"V.21\"\nrate = 1200\n", "3:8", "V.21"},
      {"[modem]\nmodulation = \"V.21\"\n[modem.2]\nrate = 1200\n", "4:8", "V.21"},
      {"[modem.1]\nmodulation = \"V.23\"\nrate = 600\n", "3:8", "a rate of V.23, 75 or 1200 bit/s"},
      {"[modem.1]\nrate = 0\nmodulation = \"V.34\"\n", "2:8", "1 or more"},
      {"[line.5]\nrate = 1200\nrate_up = 75\nmodulation = \"V.23\"\n", "", ""},
      {"[line.5]\nmodulation = \"V.23\"\n", "", ""},
      {"[line.5]\nmodulation = \"V.21\"\n", "", ""},
      {"[line.5]\nrate = 1\nrate_up = 0\n", "", ""},
      {"[modem.1]\nmodulation = \"V.23\"\nrate = 75\nrate_up = 1200\n", "", ""},
      {"[modem.1]\nmodulation = \"V.90\"\nrate = 33600\nrate_up = 56000\n", "", ""},
      {"[modem]\nrate = 56000\n[modem.2]\nmodulation = \"V.34\"\n", "", ""},
      {"[line.5]\nmodulation = \"X75\"\nrate = 64000\n", "", ""},
  }));
  CAPTURE(row.text);
  const auto read = exchange::read(row.text, "x.toml");
  if (*row.place == '\0') {
    CHECK(read);
    return;
  }
  REQUIRE_FALSE(read);
  REQUIRE(read.error().size() == 1);
  const auto& fault = read.error().front();
  CHECK(std::to_string(fault.place.line) + ':' + std::to_string(fault.place.column) == row.place);
  CHECK_THAT(fault.expected, ContainsSubstring(row.expected));
}

TEST_CASE("a habit's number that means nothing is told where it stands") {
  const auto* const habit = GENERATE("port_rate = 7", "ignores_x = 9", "command_characters = 0",
                                     "phantom_rings = 100000", "blank_lines = 1000000", "incoming_rings = 0");
  const auto faults = faults_of("[modem]\n" + std::string(habit) + "\n");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].place.line == 2);
  CHECK(faults[0].found == std::string(habit) + " is not understood");
  CHECK_FALSE(faults[0].expected.empty());
}

TEST_CASE("a time in quotes has its unit") {
  const auto* const wrong = GENERATE(
      "[exchange]\nstutter = \"1500\"", "[exchange]\nring_cycle = \"5\"", "[line.5]\nafter = \"1.5\"",
      "[modem]\nlate_result = \"2\"", "[exchange]\nstutter = 1500", "[exchange]\nknock = \"11m\"",
      "[modem.1]\nstutter = \"601s\"", "[modem]\ntraining = \"6\"", "[exchange]\nring_cycle = \"5.\"");
  CAPTURE(wrong);
  const auto faults = faults_of(wrong);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].place.line == 2);
  CHECK_THAT(faults[0].expected, StartsWith("a duration"));
}

TEST_CASE(
    "a whole number without quotes is seconds to each key that is a time, and nothing else to another") {
  const auto file = file_of("[exchange]\nstutter = 2\ncall_waiting = 1500\n[modem]\nlate_result = 3\n"
                            "training = 4\n[line.5]\nafter = \"0\"\ngreeting = 5\n");
  CHECK(file.exchange.line.stutter == 2s);
  CHECK(file.exchange.line.call_waiting == 1500s);
  CHECK(file.every.habits.late_result == 3s);
  CHECK(file.every.subscriber.link.after == 4s);
  CHECK(file.exchange.at("5").after == 0s);
  CHECK(file.exchange.at("5").greeting == "5");
}

TEST_CASE("* and # are digits of a line") {
  const auto file = file_of("[line.\"*70\"]\nkind = \"voice\"\n[line.\"#31#\"]\nkind = \"busy\"\n[line.70]\n"
                            "kind = \"fax\"\n");
  CHECK(file.exchange.at("*70").kind == emulator::Far::Kind::voice);
  CHECK(file.exchange.at("#31#").kind == emulator::Far::Kind::busy);
  CHECK(file.exchange.at("70").kind == emulator::Far::Kind::fax);
  CHECK(faults_of("[line.\"*70\"]\n[line.\"* 7 0\"]\n").size() == 1);
  CHECK(faults_of("[line.\"*70,1\"]\n").size() == 1);
  CHECK(faults_of("[modem.1]\nnumber = \"*70\"\n").size() == 1); // modems have numbers of digits
}
